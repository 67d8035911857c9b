"""`manage.py desk` as a person starts it: real processes on a database of their own."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from config.values import PROJECT

MANAGE = [sys.executable, "manage.py"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(folder: Path) -> dict[str, str]:
    given = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    return {**given, "STET_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"}


def manage(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MANAGE, *words],
        cwd=PROJECT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    assert manage(made, "migrate", "--verbosity", "0").returncode == 0
    return made


class Desk:
    def __init__(self, folder: Path, *words: str) -> None:
        self.port = free_port()
        self.log = folder / f"desk-{self.port}.log"
        command = [*MANAGE, "desk", "--port", str(self.port), *words]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=PROJECT, env=environment(folder), stdout=log, stderr=log
            )
        self.wait_for(lambda: "The desk is at" in self.said())

    def said(self) -> str:
        return self.log.read_text()

    def wait_for(self, condition: Callable[[], bool], seconds: float = 40) -> None:
        until = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, f"the desk ended and said:\n{self.said()}"
            assert time.monotonic() < until, f"waited in vain; the desk said:\n{self.said()}"
            time.sleep(0.1)

    def get(self, address: str) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=5) as answer:
            return answer.read().decode()

    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def child(self, word: str) -> int | None:
        for pid in self.children():
            if word in Path(f"/proc/{pid}/cmdline").read_bytes().decode():
                return pid
        return None

    def is_free(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) != 0


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    started = Desk(folder)
    yield started
    if started.process.poll() is None:
        started.process.send_signal(signal.SIGTERM)
        started.process.wait(timeout=40)


def test_desk_serves_pages_and_static_files(desk: Desk) -> None:
    assert json.loads(desk.get("/readyz")) == {"ready": True, "work": "on time"}
    style = re.search(r'href="(/static/[^"]+\.[0-9a-f]{12}\.css)"', desk.get("/login/"))
    assert style is not None
    assert len(desk.get(style[1])) > 1000


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_desk_stops_server_and_worker_together(number: signal.Signals, desk: Desk) -> None:
    children = desk.children()
    assert len(children) == 2
    desk.process.send_signal(number)
    assert desk.process.wait(timeout=40) == 0
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []
    assert desk.is_free()


def test_desk_ends_when_the_web_server_dies(desk: Desk) -> None:
    worker, web = desk.child("db_worker"), desk.child("gunicorn")
    assert worker is not None
    assert web is not None
    os.kill(web, signal.SIGKILL)
    assert desk.process.wait(timeout=40) == 1
    assert not Path(f"/proc/{worker}").exists()


def test_desk_starts_a_killed_worker_again(desk: Desk) -> None:
    desk.wait_for(lambda: desk.child("db_worker") is not None)
    worker = desk.child("db_worker")
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    desk.wait_for(lambda: desk.child("db_worker") not in (None, worker))
    assert desk.get("/healthz") == "ok"


def test_desk_without_a_worker_starts_none(folder: Path) -> None:
    desk = Desk(folder, "--no-worker")
    try:
        assert desk.child("db_worker") is None
    finally:
        desk.process.send_signal(signal.SIGTERM)
        assert desk.process.wait(timeout=40) == 0


def test_taken_port_is_told(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = manage(folder, "desk", "--port", str(port))
    assert run.returncode == 1
    assert run.stderr.startswith(f"CommandError: Port {port} on 127.0.0.1 is taken")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--port", "70000"), "CommandError: 70000 is no port; ports go from 1 to 65535.\n"),
        (
            ("--host", "203.0.113.9"),
            "CommandError: Cannot listen on 203.0.113.9, port 8000: Cannot assign requested",
        ),
    ],
)
def test_address_that_cannot_be_listened_on_is_told(words: tuple[str, ...], said: str, folder: Path) -> None:
    run = manage(folder, "desk", *words)
    assert (run.returncode, run.stderr[: len(said)]) == (1, said)


def test_desk_refuses_a_database_without_its_migrations(tmp_path: Path) -> None:
    run = manage(tmp_path, "desk", "--port", str(free_port()))
    assert run.returncode == 1
    assert re.fullmatch(
        r"CommandError: The database lacks \d+ migrations, the first is .+\. Run: manage\.py migrate\n",
        run.stderr,
    )


def test_desk_says_when_the_database_is_away(tmp_path: Path) -> None:
    away = {**environment(tmp_path), "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    run = subprocess.run(
        [*MANAGE, "desk"], cwd=PROJECT, env=away, capture_output=True, text=True, check=False
    )
    said = "CommandError: The database does not answer: "
    assert (run.returncode, run.stderr[: len(said)]) == (1, said)
