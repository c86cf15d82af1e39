"""Priority: criteria, scores, the ranking and how firm it is; the publication category; the AI Act as a path."""

from algreg_lib.priority.category import Category, publication_category_of
from algreg_lib.priority.ranking import Ranking, order, rank, ranked, weights_of
from algreg_lib.priority.report import write_ranking
from algreg_lib.priority.scores import Scores, scores_of

__all__ = [
    "Ranking",
    "Scores",
    "order",
    "rank",
    "ranked",
    "scores_of",
    "weights_of",
    "write_ranking",
    "Category",
    "publication_category_of",
]
