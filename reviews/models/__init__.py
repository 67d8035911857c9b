from reviews.models.assignment import Assignment
from reviews.models.evidence import Evidence, Stance, Visibility
from reviews.models.opening import open_reviews
from reviews.models.policy import Policy
from reviews.models.publication import Correction, Publication
from reviews.models.review import Review
from reviews.models.ruling import Basis, Ruling
from reviews.models.scale import Polarity, Rating, Scale
from reviews.models.source import Snapshot, Source, SourceKind
from reviews.models.verdict import Citation, Verdict

__all__ = [
    "Assignment",
    "Basis",
    "Citation",
    "Correction",
    "Evidence",
    "Polarity",
    "Policy",
    "Publication",
    "Rating",
    "Review",
    "Ruling",
    "Scale",
    "Snapshot",
    "Source",
    "SourceKind",
    "Stance",
    "Verdict",
    "Visibility",
    "open_reviews",
]
