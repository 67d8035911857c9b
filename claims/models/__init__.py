from claims.models.anchor import Anchor, AnchorState
from claims.models.article import Article
from claims.models.claim import Claim, Level, Origin
from claims.models.event import Event
from claims.models.idempotency import Reply
from claims.models.job import Job, JobState
from claims.models.statement import Disposition, Statement
from claims.models.token import ApiToken
from claims.models.user import User
from claims.models.version import Version

__all__ = [
    "Anchor",
    "AnchorState",
    "ApiToken",
    "Article",
    "Claim",
    "Disposition",
    "Event",
    "Job",
    "JobState",
    "Level",
    "Origin",
    "Reply",
    "Statement",
    "User",
    "Version",
]
