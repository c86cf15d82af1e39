"""What was meant for colleagues: labels of secrecy, notes, questions, and sentences about the text itself."""

from algreg_lib.privacy.remarks.aside_words import ASIDE_NEEDS, ASIDE_WORD
from algreg_lib.privacy.remarks.asides import aside_hits
from algreg_lib.privacy.remarks.sentences import draft_hits, label_hits, note_hits, sentence_hits
from algreg_lib.privacy.remarks.unfinished import NOTES

__all__ = [
    "ASIDE_NEEDS",
    "ASIDE_WORD",
    "NOTES",
    "aside_hits",
    "draft_hits",
    "label_hits",
    "note_hits",
    "sentence_hits",
]
