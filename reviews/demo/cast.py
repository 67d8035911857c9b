"""The people of the demo's desk."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.accounts import make_account
from claims.models import User
from claims.roles import ADMINISTRATOR, EDITOR, REPORTER, REVIEWER


@dataclass(frozen=True)
class Part:
    username: str
    role: str
    first_name: str
    last_name: str


PARTS = (
    Part("administrator", ADMINISTRATOR, "Ada", "Lindqvist"),
    Part("reporter", REPORTER, "Ruben", "Castell"),
    Part("reviewer1", REVIEWER, "Vera", "Okafor"),
    Part("reviewer2", REVIEWER, "Viktor", "Haas"),
    Part("editor", EDITOR, "Edith", "Moreau"),
)


@dataclass(frozen=True)
class Cast:
    reporter: User
    reviewers: tuple[User, User]
    editor: User


def hire() -> Iterator[tuple[Part, str]]:
    """Make the accounts that are missing; each with its password, which is told nowhere else."""
    for part in PARTS:
        if not User.objects.filter(username=part.username).exists():
            password = make_account(
                part.username, role=part.role, first_name=part.first_name, last_name=part.last_name
            )
            yield part, password


def assembled() -> Cast:
    people = {
        user.username: user for user in User.objects.filter(username__in=[part.username for part in PARTS])
    }
    return Cast(people["reporter"], (people["reviewer1"], people["reviewer2"]), people["editor"])
