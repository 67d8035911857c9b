"""`manage.py verify_history`: whether the audit trail is what was written."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.models import Event


class Command(BaseCommand):
    help = (
        "Checks the hash chain of the audit trail; names the first line that was changed, moved or taken out."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        broken = Event.objects.all().first_broken()
        if broken is not None:
            seq, reason = broken
            raise CommandError(f"The trail was tampered with: line {seq}: {reason}.")
        count, head = Event.objects.all().head()
        self.stdout.write(f"{count} lines hold. Head: {head or 'none yet'}")
