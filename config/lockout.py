"""Slows down password guessing: by account and address, and by address alone.

Five failures of one account from one address lock that pair; the owner still gets in from elsewhere. Fifteen
failures from one address, whatever the accounts, lock the address: trying one password on everyone is guessing too.
"""

from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest
from django.utils import timezone


class Lockout(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        of_pair: int = super().get_failures(request, credentials)
        since = timezone.now() - settings.AXES_COOLOFF_TIME
        of_address = AccessAttempt.objects.filter(
            ip_address=request.META["REMOTE_ADDR"], attempt_time__gte=since
        ).aggregate(total=Sum("failures_since_start"))["total"]
        if (of_address or 0) >= settings.STET_FAILURES_PER_ADDRESS:
            return max(of_pair, settings.AXES_FAILURE_LIMIT)
        return of_pair
