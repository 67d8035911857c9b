from django.contrib.auth.models import AbstractUser
from django.contrib.auth.validators import UnicodeUsernameValidator

from claims.models.fields import PlainCharField


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
