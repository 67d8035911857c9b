"""`python -m bench.web`: how quick the desk's pages, verdicts and exports are beside bare Django, as Markdown.

SQLite always; PostgreSQL too where DATABASE_URL names a server on which a database may be made. Needs no desk: the
databases are made for it and removed.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

PROJECT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def postgresql(server: str) -> Iterator[str]:
    """A database of its own on the server, as an address."""
    name = f"stet_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(*, claims: int, rounds: int, database: str = "") -> None:
    with tempfile.TemporaryDirectory(prefix="stet-bench-") as folder:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("STET_", "DATABASE_URL"))
        }
        told = {
            "STET_DATA_DIR": folder,
            "STET_LOG_LEVEL": "ERROR",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        named = {"DATABASE_URL": database} if database else {}
        command = [sys.executable, "-m", "bench.web.run", "--claims", str(claims), "--rounds", str(rounds)]
        subprocess.run(command, check=True, cwd=PROJECT, env={**kept, **told, **named})


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=40, help="timed requests each (%(default)s)")
    asked = parser.parse_args()
    server = os.environ.get("DATABASE_URL", "")
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}."
    )
    # Times double when as many others wait for a processor as there are processors.
    print(f"Waiting for a processor before the start: {os.getloadavg()[0]:.1f} processes.")
    for claims in asked.claims:
        print(f"\n## SQLite, {claims:,} claims\n", flush=True)
        run(claims=claims, rounds=asked.rounds)
        if server.startswith("postgres"):
            print(f"\n## PostgreSQL, {claims:,} claims\n", flush=True)
            with postgresql(server) as database:
                run(claims=claims, rounds=asked.rounds, database=database)


if __name__ == "__main__":
    main()
