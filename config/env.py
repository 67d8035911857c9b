"""What a desk may set from outside: the only place where the environment is read.

`python -m config.env` prints the table that README.md shows.
"""

import dataclasses
import difflib
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from config import values
from config.values import Database, Unusable

T = TypeVar("T")
Sofar = dict[str, Any]


def variable(
    name: str,
    parse: Callable[[str], T],
    default: str | Callable[[Sofar], T],
    *,
    kind: str,
    does: str,
    shown: str = "",
    secret: bool = False,
) -> Any:
    """A field of Environment. A callable default is given the fields above it; `shown` says it in words."""
    about = {"name": name, "parse": parse, "default": default, "kind": kind, "does": does, "secret": secret}
    return dataclasses.field(metadata=about | {"shown": shown or f"`{default}`"})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Environment:
    data_dir: Path = variable(
        "STET_DATA_DIR",
        values.path,
        "var",
        kind="path",
        does="Where the desk keeps its database, key, collected static files and exports. On a local disk.",
    )
    url: str = variable(
        "STET_URL",
        values.origin,
        "http://127.0.0.1:8000",
        kind="address",
        does="Where readers reach the desk; permalinks begin with it. With https, cookies go over https only.",
    )
    name: str = variable(
        "STET_NAME",
        values.line_of_words,
        lambda sofar: values.host_of(sofar["url"]),
        kind="text",
        shown="the host of STET_URL",
        does="What the desk is called where exports name it as the author of its findings.",
    )
    allowed_hosts: tuple[str, ...] = variable(
        "STET_ALLOWED_HOSTS",
        values.hosts,
        lambda sofar: hosts_beside(sofar["url"]),
        kind="names, comma between",
        shown="the host of STET_URL",
        does="Host names that the desk answers to.",
    )
    trusted_proxies: tuple[str, ...] = variable(
        "STET_TRUSTED_PROXIES",
        values.addresses,
        lambda sofar: ("127.0.0.1/32", "::1/128") if sofar["url"].startswith("https") else (),
        kind="addresses or networks",
        shown="`127.0.0.1,::1` with https, none otherwise",
        does="Proxies whose X-Forwarded-For, X-Forwarded-Proto and X-Request-ID are believed.",
    )
    secret_key: str = variable(
        "STET_SECRET_KEY",
        values.secret_key,
        lambda sofar: "",
        kind="text",
        secret=True,
        shown="kept in STET_SECRET_KEY_FILE",
        does="Signs sessions. Every process of one desk needs the same.",
    )
    secret_key_file: Path = variable(
        "STET_SECRET_KEY_FILE",
        values.path,
        lambda sofar: sofar["data_dir"] / "secret-key",
        kind="path",
        shown="`secret-key` in STET_DATA_DIR",
        does="A file with the key, readable by its owner only. Made on the first run when it is not there.",
    )
    database: Database = variable(
        "DATABASE_URL",
        values.database,
        lambda sofar: {"ENGINE": "django.db.backends.sqlite3", "NAME": sofar["data_dir"] / "stet.sqlite3"},
        kind="address",
        secret=True,
        shown="`stet.sqlite3` in STET_DATA_DIR",
        does="`sqlite:///path` or `postgresql://user:password@host:5432/name`.",
    )
    debug: bool = variable(
        "STET_DEBUG",
        values.flag,
        "no",
        kind="yes or no",
        does="Shows errors with the values in them. For work on Stet itself, on this machine only.",
    )
    hsts_seconds: int = variable(
        "STET_HSTS_SECONDS",
        values.whole_number(0, 63_072_000),
        "31536000",
        kind="whole number",
        does="How long browsers refuse plain http after a visit over https. Start low when you are not sure.",
    )
    max_text_bytes: int = variable(
        "STET_MAX_TEXT_BYTES",
        values.whole_number(1_000, 10_000_000),
        "2000000",
        kind="whole number",
        does="The longest article that is taken in, in bytes of UTF-8.",
    )
    time_zone: str = variable(
        "STET_TIME_ZONE",
        values.time_zone,
        "UTC",
        kind="name",
        does="The zone in which pages show times, such as `Europe/Vienna`. They are stored in UTC.",
    )
    log_level: str = variable(
        "STET_LOG_LEVEL",
        values.one_of("DEBUG", "INFO", "WARNING", "ERROR"),
        "INFO",
        kind="word",
        does="The least that is logged: `DEBUG`, `INFO`, `WARNING` or `ERROR`.",
    )

    @property
    def https(self) -> bool:
        return self.url.startswith("https://")

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Environment":
        """The environment as one checked object. Raises Unusable with every problem, one a line."""
        problems = list(misspelt(given))
        found: Sofar = {}
        for field in dataclasses.fields(cls):
            try:
                found[field.name] = value(field.metadata, given, found)
            except Unusable as reason:
                problems.append(f"{told(field.metadata, given)}: {reason}")
                found[field.name] = value(field.metadata, {}, found)
        problems = problems or list(contradictions(cls(**found), given))
        if problems:
            raise Unusable("\n".join(problems))
        return cls(**found)


def hosts_beside(url: str) -> tuple[str, ...]:
    host = values.host_of(url)
    return ("localhost", "127.0.0.1", "[::1]") if values.is_local(host) else (host,)


def value(about: Mapping[str, Any], given: Mapping[str, str], sofar: Sofar) -> Any:
    text = given.get(about["name"])
    if text is not None:
        if not text.strip():
            raise Unusable("is set to nothing; give it a value or unset it")
        return about["parse"](text)
    default = about["default"]
    return default(sofar) if callable(default) else about["parse"](default)


def told(about: Mapping[str, Any], given: Mapping[str, str]) -> str:
    return about["name"] if about["secret"] else f"{about['name']}={given[about['name']]}"


def misspelt(given: Mapping[str, str]) -> list[str]:
    known = [field.metadata["name"] for field in dataclasses.fields(Environment)]
    unknown = sorted(name for name in given if name.startswith("STET_") and name not in known)
    return [f"{name}: there is no such variable{suggestion(name, known)}" for name in unknown]


def suggestion(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]}?" if near else "; README.md lists those there are"


def contradictions(env: Environment, given: Mapping[str, str]) -> list[str]:
    """Values that are each well-formed and together are not."""
    found = []
    host = values.host_of(env.url)
    if not any(host == name or (name.startswith(".") and host.endswith(name)) for name in env.allowed_hosts):
        found.append(f"STET_ALLOWED_HOSTS: leaves out {host}, the host of STET_URL; add it")
    outside = [name for name in env.allowed_hosts if not values.is_local(name)]
    if env.debug and outside:
        found.append(f"STET_DEBUG: would show readers of {outside[0]} the inside of the desk; unset it")
    if "STET_SECRET_KEY" in given and "STET_SECRET_KEY_FILE" in given:
        found.append("STET_SECRET_KEY: STET_SECRET_KEY_FILE is set too; unset one of them")
    return found


def key_from(file: Path) -> str:
    """The key in the file, made when there is none; of two first runs at once, one key wins for both."""
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=".secret-key-")  # mkstemp makes it 0600
        with os.fdopen(descriptor, "w") as handle:
            handle.write(secrets.token_urlsafe(64))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            Path(draft).unlink()
    if file.stat().st_mode & 0o077:
        raise Unusable(f"STET_SECRET_KEY_FILE: others may read {file}; run: chmod 600 {file}")
    try:
        return values.secret_key(file.read_text().strip())
    except Unusable as reason:
        raise Unusable(f"STET_SECRET_KEY_FILE={file}: {reason}") from None


def load(given: Mapping[str, str] = os.environ) -> Environment:
    """The environment with its key and its data folder in place, or an end to the start that says why."""
    try:
        env = Environment.read(given)
        ready(env.data_dir)
        return env if env.secret_key else dataclasses.replace(env, secret_key=key_from(env.secret_key_file))
    except (Unusable, OSError) as reason:
        print(f"Stet cannot start:\n{reason}\nREADME.md describes each variable.", file=sys.stderr)
        raise SystemExit(1) from None


def ready(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(
            f"STET_DATA_DIR={folder}: cannot be made ({error.strerror}); name another folder"
        ) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Unusable(
            f"STET_DATA_DIR={folder}: cannot be written to; give this user the right or name another"
        )


def table() -> str:
    rows = ["| Variable | Value | Default | What it does |", "|---|---|---|---|"]
    for field in dataclasses.fields(Environment):
        about = field.metadata
        rows.append(f"| `{about['name']}` | {about['kind']} | {about['shown']} | {about['does']} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
