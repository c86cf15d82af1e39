"""The screens of the interactive notebooks: thin widgets, each over one room, without a rule of their own."""
