"""Priority: criteria, scores, the ranking and how firm it is; the publication category; the AI Act as a path."""

from algreg_lib.priority.answers import FILE_NAME as ANSWERS_FILE
from algreg_lib.priority.answers import Answers, read_answers, write_answers
from algreg_lib.priority.category import QUESTIONS, Category, publication_category_of
from algreg_lib.priority.decision_path import (
    Answer,
    Conclusion,
    DecisionPath,
    KeyDate,
    Question,
    key_dates,
    questions,
    walk,
)
from algreg_lib.priority.ranking import Ranking, order, rank, ranked, reading_order, weights_of
from algreg_lib.priority.report import write_ranking
from algreg_lib.priority.scores import Scores, scores_of
from algreg_lib.priority.sentences import chances, number, percentage, standing_label, tipping_sentence
from algreg_lib.priority.taking_over import impact_answers, not_taken_over

__all__ = [
    "Ranking",
    "Scores",
    "order",
    "rank",
    "ranked",
    "reading_order",
    "scores_of",
    "weights_of",
    "write_ranking",
    "chances",
    "number",
    "percentage",
    "standing_label",
    "tipping_sentence",
    "QUESTIONS",
    "Category",
    "publication_category_of",
    "Answer",
    "Conclusion",
    "KeyDate",
    "DecisionPath",
    "Question",
    "key_dates",
    "questions",
    "walk",
    "impact_answers",
    "not_taken_over",
    "ANSWERS_FILE",
    "Answers",
    "read_answers",
    "write_answers",
]
