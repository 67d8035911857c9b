"""/healthz: this process answers. /readyz: the desk can work; with figures for staff."""

import shutil
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.models import Job
from config.databases import pending_migrations, shortcomings

LATE = timedelta(minutes=10)
LEAST_FREE_BYTES = 100_000_000


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """503 when the desk cannot serve. Late background work is told but is no reason to take the pages away."""
    try:
        state = readiness(now=timezone.now())
        # looking up who asks needs the database, too
        detailed = request.user.is_authenticated and request.user.is_staff
    except DatabaseError:
        state, detailed = {"ready": False, "problems": ["the database does not answer"]}, False
    shown = state if detailed else {name: state[name] for name in ("ready", "work") if name in state}
    return JsonResponse(shown, status=200 if state["ready"] else 503)


def readiness(*, now: datetime) -> dict[str, Any]:
    pending = pending_migrations()
    free = shutil.disk_usage(settings.STET_DATA_DIR).free
    problems = shortcomings(connection) + [f"migration not applied: {name}" for name in pending]
    if free < LEAST_FREE_BYTES:
        problems.append("the disk is nearly full")
    waiting = timedelta(0) if pending else longest_wait(now=now)
    return {
        "ready": not problems,
        "work": "late" if waiting > LATE else "on time",
        "problems": problems,
        "oldest_job_waits_seconds": int(waiting.total_seconds()),
        "free_bytes": free,
        "database": connection.vendor,
    }


def longest_wait(*, now: datetime) -> timedelta:
    oldest = Job.objects.waiting().oldest_first().first()
    return now - oldest.changed_at if oldest else timedelta(0)
