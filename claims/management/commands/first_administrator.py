"""`manage.py first_administrator`: the account with which a desk begins."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.accounts import first_administrator, make_account
from claims.models import User
from claims.roles import ADMINISTRATOR


class Command(BaseCommand):
    help = "Makes the first administrator of a desk and prints the password, once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--username", default="administrator", help="name to log in with (%(default)s)")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        there = first_administrator()
        if there is not None:
            raise CommandError(
                f"The desk has an administrator: {there.username}. "
                f"For a new password: manage.py changepassword {there.username}"
            )
        if User.objects.filter(username=username).exists():
            raise CommandError(f"The name {username} is taken. Choose another with --username.")
        password = make_account(username, role=ADMINISTRATOR)
        self.stdout.write(f"user name: {username}\npassword:  {password}")
        self.stderr.write("The password is shown this once. Change it after the first log-in.")
