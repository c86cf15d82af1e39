"""The screens of the interactive notebooks: thin widgets, each over one room, without a rule of their own."""

from algreg_lib.widgets.explore_screen import explore
from algreg_lib.widgets.form import registration
from algreg_lib.widgets.impact_screen import impact_test
from algreg_lib.widgets.prioritise_screen import prioritise
from algreg_lib.widgets.review_screen import privacy_review
from algreg_lib.widgets.session import interactive
from algreg_lib.widgets.triage_screen import triage

__all__ = ["explore", "impact_test", "interactive", "prioritise", "privacy_review", "registration", "triage"]
