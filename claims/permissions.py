"""Who may do what with an article: one function that gives a reason, or nothing where the step is allowed."""

from typing import TYPE_CHECKING, Literal

from claims.refusals import Refusal, Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from claims.models.user import User

Step = Literal["read", "bring", "administer"]

_RIGHTS: dict[Step, tuple[str, str]] = {
    "read": (
        "claims.view_article",
        "Reading at the desk needs one of its roles. Ask an administrator for one.",
    ),
    "bring": ("claims.bring_article", "Bringing articles in is for reporters and editors."),
    "administer": ("claims.administer_desk", "The admin console is for administrators."),
}


def refusal(step: Step, user: "User | AnonymousUser") -> Refusal | None:
    """The reason why this person may not take this step, or None."""
    right, reason = _RIGHTS[step]
    return None if user.is_active and user.has_perm(right) else Refusal(reason)


def require(refused: Refusal | None) -> None:
    """Raise what a `refusal` gave."""
    if refused is not None:
        raise Refused(refused)
