"""Makes accounts from the command line, each with a password that is shown once and kept nowhere."""

import secrets

from django.contrib.auth.models import Group
from django.db.models import Q

from claims.models import User
from claims.roles import ADMINISTRATOR


def make_account(username: str, *, role: str, first_name: str = "", last_name: str = "") -> str:
    """A person with a role; gives back the password."""
    password = secrets.token_urlsafe(15)
    is_administrator = role == ADMINISTRATOR
    user = User.objects.create_user(
        username,
        password=password,
        first_name=first_name,
        last_name=last_name,
        is_staff=is_administrator,
        is_superuser=is_administrator,
    )
    user.groups.add(Group.objects.get(name=role))
    return password


def first_administrator() -> User | None:
    """The administrator of the desk that was made first and still is one."""
    runs_the_desk = Q(is_superuser=True) | Q(groups__name=ADMINISTRATOR)
    return User.objects.filter(runs_the_desk, is_active=True).order_by("pk").first()
