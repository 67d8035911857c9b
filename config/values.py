"""How the text of an environment variable becomes a value, and what is said when it cannot.

Each function takes the text and returns the value, or raises Unusable with a sentence for the person who
set it: what is wrong and what to write instead.
"""

import ipaddress
import re
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

PROJECT = Path(__file__).resolve().parent.parent
HOST_NAME = re.compile(r"\.?(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})*", re.IGNORECASE)
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1", "[::1]"})
# Django asks for the first two; keys from documentation and tutorials are the ones that get tried first.
KEY_LENGTH, KEY_VARIETY = 50, 5
# Words of seven letters and more only: shorter ones would turn up in random keys now and then.
KNOWN_KEY = re.compile(
    r"django-insecure|change.?me|secret.?key|insecure|example|default|password", re.IGNORECASE
)

Database = dict[str, Any]


class Unusable(ValueError):
    """Why a value cannot be used and what to write instead."""


def is_local(host: str) -> bool:
    return host.lower() in LOCAL_NAMES or host.lower().endswith(".localhost")


def flag(text: str) -> bool:
    known = {
        "yes": True,
        "true": True,
        "1": True,
        "on": True,
        "no": False,
        "false": False,
        "0": False,
        "off": False,
    }
    if text.lower() not in known:
        raise Unusable("write yes or no")
    return known[text.lower()]


def whole_number(least: int, most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        # int() would take "1_000", " 7" and digits of other scripts, which nobody means
        if not re.fullmatch(r"[0-9]{1,15}", text) or not least <= int(text) <= most:
            raise Unusable(f"write a whole number from {least} to {most}, digits only")
        return int(text)

    return parse


def one_of(*words: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in words:
            raise Unusable(f"write one of {', '.join(words)}")
        return text

    return parse


def line_of_words(text: str) -> str:
    if len(text) > 100 or not text.isprintable():
        raise Unusable("write one line of at most 100 characters")
    return text.strip()


def path(text: str) -> Path:
    """A path as given, or, when it is relative, one beneath the project, wherever the command was started."""
    try:
        return (PROJECT / Path(text).expanduser()).resolve()
    except RuntimeError:  # ~name of nobody
        raise Unusable("there is no such home folder; write the whole path") from None


def time_zone(text: str) -> str:
    try:
        zoneinfo.ZoneInfo(text)
    except (
        ValueError,
        OSError,
    ):  # ZoneInfoNotFoundError is a KeyError on some systems, and OSError for a folder
        raise Unusable("write a name from the time zone database, such as Europe/Vienna") from None
    except zoneinfo.ZoneInfoNotFoundError:
        raise Unusable("write a name from the time zone database, such as Europe/Vienna") from None
    return text


def origin(text: str) -> str:
    """Scheme, host and port, without the slash at the end: what permalinks begin with."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Unusable("write an address such as https://desk.example.org") from None
    if parts.scheme not in ("http", "https") or not _is_host(host):
        raise Unusable("write an address such as https://desk.example.org")
    if parts.username or parts.password or parts.query or parts.fragment or parts.path not in ("", "/"):
        raise Unusable("write only scheme, host and port: the desk lives at the root of its host")
    if parts.scheme == "http" and not is_local(host):
        raise Unusable(
            "passwords and unpublished findings would cross the network in clear: "
            "put a server that speaks https in front and write https://… (docs/operations.md shows how)"
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "")


def host_of(url: str) -> str:
    """The host of an origin in the form that Django compares with: IPv6 in brackets."""
    host = urlsplit(url).hostname or ""
    return f"[{host}]" if ":" in host else host


def hosts(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if "*" in name:
            raise Unusable("a pattern lets anyone choose the host in links; name each host")
        if "/" in name or not _is_host(name.strip("[]")):
            raise Unusable(
                f"{name!r} is not a host name; write names separated by commas, without scheme or port"
            )
    return names


def addresses(text: str) -> tuple[str, ...]:
    """IP addresses and networks, each written in its one canonical form."""
    try:
        found = [ipaddress.ip_network(part.strip()) for part in text.split(",")]
    except ValueError:
        raise Unusable("write IP addresses or networks separated by commas, such as 10.0.0.0/24") from None
    if any(network.prefixlen == 0 for network in found):
        raise Unusable("that believes everyone; name the addresses of your own proxies")
    return tuple(str(network) for network in found)


def secret_key(text: str) -> str:
    if KNOWN_KEY.search(text) or len(text) < KEY_LENGTH or len(set(text)) < KEY_VARIETY:
        raise Unusable(
            "the key is short or known, and who knows it can sign in as anyone: "
            "unset it and the desk makes its own, or use at least 50 random characters"
        )
    return text


def database(text: str) -> Database:
    """What DATABASES wants, from a URL. SQLite and PostgreSQL only: the triggers exist for those two."""
    scheme = text.partition(":")[0]
    if scheme not in ("sqlite", "postgres", "postgresql"):
        raise Unusable("write sqlite:///path or postgresql://user:password@host:5432/name")
    try:
        found: Database = dict(environ.Env.db_url_config(text))
    except Exception:  # the library lets the errors of several parsers through
        raise Unusable("cannot be read; percent-encode what is special in the password") from None
    if not found["NAME"] or found["NAME"] == ":memory:":
        raise Unusable("name the database: web server and worker are two processes that share it")
    if scheme == "sqlite":
        found["NAME"] = path(str(found["NAME"]))
    return found


def _is_host(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return len(name) <= 253 and HOST_NAME.fullmatch(name) is not None
    return True
