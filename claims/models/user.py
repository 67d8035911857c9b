from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import transaction

from claims.models.event import Event
from claims.models.fields import PlainCharField
from claims.models.token import ApiToken
from claims.permissions import refusal, require
from claims.refusals import Refusal, Refused

LAST_ADMINISTRATOR = "This is the only administrator. Make somebody else one first."


class User(AbstractUser):  # type: ignore[django-manager-missing]
    """A person of the desk. The groups say what the person may do; `is_active` says whether at all."""

    username = PlainCharField(
        max_length=150,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "That name is taken."},
    )
    first_name = PlainCharField("first name", max_length=150, blank=True)
    last_name = PlainCharField("last name", max_length=150, blank=True)

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def is_last_administrator(self) -> bool:
        """Whether nobody else could open the admin console."""
        backend = "django.contrib.auth.backends.ModelBackend"
        administrators = User.objects.with_perm("claims.administer_desk", backend=backend)
        return [person.pk for person in administrators[:2]] == [self.pk]

    def deactivate(self, *, by: "User", now: datetime) -> None:
        """Shut this person out: sessions end with the next request, and API tokens are withdrawn for good."""
        require(self.administering_refusal(by))
        if self.is_last_administrator():
            raise Refused(Refusal(LAST_ADMINISTRATOR, "conflict"))
        self._set_active("user.deactivated", False, by=by, now=now)

    def reactivate(self, *, by: "User", now: datetime) -> None:
        """Let this person in again."""
        require(self.administering_refusal(by))
        self._set_active("user.reactivated", True, by=by, now=now)

    def administering_refusal(self, by: "User") -> Refusal | None:
        """The reason why `by` may not change this person's account, or None."""
        if self.is_superuser and not by.is_superuser:
            return Refusal("A superuser's account is for superusers to change.")
        return refusal("administer", by)

    def _set_active(self, verb: str, active: bool, *, by: "User", now: datetime) -> None:
        with transaction.atomic():
            if not User.objects.filter(pk=self.pk, is_active=not active).update(is_active=active):
                raise Refused(
                    Refusal(f"{self} is {'active' if active else 'deactivated'} already.", "conflict")
                )
            withdrawn = 0 if active else ApiToken.objects.of(self).withdraw()
            Event.objects.append(
                verb, actor=by, now=now, data={"user": self.pk, "tokens_withdrawn": withdrawn}
            )
        self.is_active = active
