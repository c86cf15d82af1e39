"""The form for one registration on the screen: its tabs, its public page beside it, and the button that saves it."""
