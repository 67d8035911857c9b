import errno
import logging
import signal
import socket
import sys
import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from claims.models import Reply
from claims.tasks import requeue_lost
from config.databases import pending_migrations
from config.processes import Process, Supervisor
from config.static import collect_if_changed

REQUEUE_EVERY = 30.0
TIDY_EVERY = 24 * 60 * 60.0

log = logging.getLogger("stet.desk")


class Command(BaseCommand):
    help = "Serve the desk: the web server and one background worker, started and stopped together."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="Address to listen on (%(default)s).")
        parser.add_argument("--port", type=int, default=8000, help="Port to listen on (%(default)s).")
        parser.add_argument(
            "--no-worker", action="store_true", help="Only the web server; workers run elsewhere."
        )

    def handle(self, *, host: str, port: int, no_worker: bool, **options: Any) -> None:
        self.refuse_pending_migrations()
        self.check(databases=["default"])
        refuse_taken_port(host, port)
        if collect_if_changed():
            self.say("Static files collected.")
        web = Process("web server", web_command(host, port))
        worker = None if no_worker else Process("worker", worker_command())
        supervisor = Supervisor(web, worker, say=self.say)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, supervisor.ask_to_stop)
        code = supervisor.run(each_turn=Chores(host, port, has_worker=worker is not None, say=self.say))
        self.say("Stopped.")
        sys.exit(code)

    def refuse_pending_migrations(self) -> None:
        try:
            pending = pending_migrations()
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {error}") from None
        if pending:
            raise CommandError(
                f"The database lacks {len(pending)} migrations, the first is {pending[0]}. Run: manage.py migrate"
            )

    def say(self, what: str) -> None:
        self.stdout.write(what)
        self.stdout.flush()


class Chores:
    """What is done beside serving, a little each turn: tell when it answers, requeue lost jobs, tidy up once a day."""

    def __init__(self, host: str, port: int, *, has_worker: bool, say: Any) -> None:
        self.host, self.port, self.has_worker, self.say = host, port, has_worker, say
        self.answers = False
        self.requeue_at = self.tidy_at = time.monotonic()

    def __call__(self) -> None:
        if not self.answers and is_listening(self.host, self.port):
            self.answers = True
            self.say(f"The desk is at http://{shown(self.host)}:{self.port}/ (Ctrl-C stops it)")
        now = time.monotonic()
        if self.has_worker and now >= self.requeue_at:
            self.requeue_at = now + REQUEUE_EVERY
            attempt("requeue lost jobs", lambda: requeue_lost(now=timezone.now()))
        if now >= self.tidy_at:
            self.tidy_at = now + TIDY_EVERY
            attempt("remove old sessions", lambda: call_command("clearsessions"))
            attempt("forget old answers", lambda: Reply.objects.expired(timezone.now()).forget())
            attempt(
                "remove old messages of the queue", lambda: call_command("prune_db_task_results", verbosity=0)
            )


def attempt(what: str, act: Any) -> None:
    """Do it, or log that it failed: nothing done beside serving may end the serving."""
    try:
        act()
    except Exception:
        log.exception("could not %s", what)
    finally:
        close_old_connections()


def web_command(host: str, port: int) -> list[str]:
    bind = f"{shown(host)}:{port}"
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:config.server",
        "--bind",
        bind,
        "config.wsgi",
    ]


def worker_command() -> list[str]:
    return [sys.executable, sys.argv[0], "db_worker", "--no-reload", "--queue-name", "*"]


def shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def is_listening(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=0.2).close()
    except OSError:
        return False
    return True


def refuse_taken_port(host: str, port: int) -> None:
    if not 0 < port < 65536:  # getaddrinfo would take the remainder
        raise CommandError(f"{port} is no port; ports go from 1 to 65535.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CommandError(
                f"Port {port} on {host} is taken, perhaps by another desk. "
                "Choose another: --port 8001, or with make: PORT=8001."
            ) from None
        raise CommandError(f"Cannot listen on {host}, port {port}: {error.strerror or error}.") from None
