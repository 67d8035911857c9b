import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from claims.models import Job
from config.health import readiness
from config.values import PROJECT
from tests.factories import make_article, make_user


def test_healthz_answers_without_a_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


@pytest.mark.django_db
def test_readyz_tells_strangers_only_whether(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "work": "on time"})


@pytest.mark.django_db
def test_readyz_tells_staff_the_figures(client: Client) -> None:
    staff = make_user(role="administrator")
    staff.is_staff = True
    staff.save()
    client.force_login(staff)
    assert set(client.get("/readyz").json()) == {
        "ready", "work", "problems", "oldest_job_waits_seconds", "free_bytes", "database",
    }  # fmt: skip


@pytest.mark.django_db
def test_readyz_is_503_while_a_migration_is_missing(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("claims", "0002_roles")
    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_work_is_late_when_a_job_waits_too_long() -> None:
    now = timezone.now()
    make_article(now=now - timedelta(minutes=11))
    assert Job.objects.waiting().count() == 1
    assert readiness(now=now)["work"] == "late"
    assert readiness(now=now)["ready"] is True


ASK = """
import django; django.setup()
from django.test import Client
for address in ("/healthz", "/readyz"):
    answer = Client(HTTP_HOST="localhost").get(address)
    print(answer.status_code, answer.content.decode())
"""


def test_readyz_is_503_while_the_database_is_away(tmp_path: Path) -> None:
    given = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
        "STET_DATA_DIR": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=PROJECT, env=given, capture_output=True, text=True, check=False
    )
    assert run.stdout.splitlines() == ["200 ok", '503 {"ready": false}']
