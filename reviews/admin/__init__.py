from reviews.admin.evidence import EvidenceAdmin, SnapshotAdmin, SourceAdmin
from reviews.admin.findings import CitationAdmin, PublicationAdmin, RulingAdmin, VerdictAdmin
from reviews.admin.process import AssignmentAdmin, PolicyAdmin, ReviewAdmin
from reviews.admin.scales import RatingAdmin, ScaleAdmin

__all__ = [
    "AssignmentAdmin",
    "CitationAdmin",
    "EvidenceAdmin",
    "PolicyAdmin",
    "PublicationAdmin",
    "RatingAdmin",
    "ReviewAdmin",
    "RulingAdmin",
    "ScaleAdmin",
    "SnapshotAdmin",
    "SourceAdmin",
    "VerdictAdmin",
]
