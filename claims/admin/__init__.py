from claims.admin.articles import ArticleAdmin, JobAdmin, VersionAdmin
from claims.admin.claims import AnchorAdmin, ClaimAdmin, StatementAdmin
from claims.admin.events import EventAdmin
from claims.admin.people import ApiTokenAdmin, GroupAdmin, UserAdmin
from claims.admin.site import console

__all__ = [
    "AnchorAdmin",
    "ApiTokenAdmin",
    "ArticleAdmin",
    "ClaimAdmin",
    "EventAdmin",
    "GroupAdmin",
    "JobAdmin",
    "StatementAdmin",
    "UserAdmin",
    "VersionAdmin",
    "console",
]
