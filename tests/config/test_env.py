import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from config.env import Environment, key_from, load
from config.values import PROJECT, Unusable

GOOD_KEY = "kR7-" * 5 + "x2Wq9ZbT4mLcV8nYp3DfG6hJ1aSu5EoI0t"

BAD = [
    ({"STET_SECRET_KEY": "django-insecure-" + GOOD_KEY}, "STET_SECRET_KEY: the key is short or known"),
    ({"STET_SECRET_KEY": "changeme" * 9}, "STET_SECRET_KEY: the key is short or known"),
    ({"STET_SECRET_KEY": "short"}, "STET_SECRET_KEY: the key is short or known"),
    ({"STET_SECRET_KEY": "ab" * 40}, "STET_SECRET_KEY: the key is short or known"),
    ({"STET_SECRET_KEY": ""}, "STET_SECRET_KEY: is set to nothing"),
    (
        {"STET_SECRET_KEY": GOOD_KEY, "STET_SECRET_KEY_FILE": "k"},
        "STET_SECRET_KEY: STET_SECRET_KEY_FILE is set too",
    ),
    ({"STET_ALLOWED_HOSTS": "*"}, "STET_ALLOWED_HOSTS=*: a pattern"),
    (
        {"STET_ALLOWED_HOSTS": "desk.example.org,*.example.org"},
        "STET_ALLOWED_HOSTS=desk.example.org,*.example.org: a",
    ),
    (
        {"STET_ALLOWED_HOSTS": "https://desk.example.org"},
        "STET_ALLOWED_HOSTS=https://desk.example.org: 'https://",
    ),
    ({"STET_ALLOWED_HOSTS": "desk.example.org"}, "STET_ALLOWED_HOSTS: leaves out 127.0.0.1"),
    (
        {"STET_URL": "http://desk.example.org"},
        "STET_URL=http://desk.example.org: passwords and unpublished findings",
    ),
    ({"STET_URL": "desk.example.org"}, "STET_URL=desk.example.org: write an address"),
    (
        {"STET_URL": "https://desk.example.org/stet"},
        "STET_URL=https://desk.example.org/stet: write only scheme",
    ),
    (
        {"STET_URL": "https://me:pw@desk.example.org"},
        "STET_URL=https://me:pw@desk.example.org: write only scheme",
    ),
    (
        {"STET_URL": "https://desk.example.org:port"},
        "STET_URL=https://desk.example.org:port: write an address",
    ),
    (
        {"STET_DEBUG": "yes", "STET_URL": "https://desk.example.org"},
        "STET_DEBUG: would show readers of desk.example",
    ),
    ({"STET_DEBUG": "maybe"}, "STET_DEBUG=maybe: write yes or no"),
    ({"STET_TRUSTED_PROXIES": "0.0.0.0/0"}, "STET_TRUSTED_PROXIES=0.0.0.0/0: that believes everyone"),
    ({"STET_TRUSTED_PROXIES": "proxy"}, "STET_TRUSTED_PROXIES=proxy: write IP addresses"),
    ({"DATABASE_URL": "mysql://root@localhost/stet"}, "DATABASE_URL: write sqlite:///path or postgresql://"),
    ({"DATABASE_URL": "sqlite://:memory:"}, "DATABASE_URL: name the database"),
    ({"DATABASE_URL": "postgresql://localhost"}, "DATABASE_URL: name the database"),
    ({"DATABASE_URL": "postgresql://host:port/stet"}, "DATABASE_URL: cannot be read"),
    (
        {"STET_DATA_DIR": "~nobody-of-this-name/data"},
        "STET_DATA_DIR=~nobody-of-this-name/data: there is no such home",
    ),
    ({"STET_NAME": "a\nb"}, "STET_NAME=a\nb: write one line"),
    ({"STET_MAX_TEXT_BYTES": "2 MB"}, "STET_MAX_TEXT_BYTES=2 MB: write a whole number from 1000 to 10000000"),
    ({"STET_MAX_TEXT_BYTES": "0"}, "STET_MAX_TEXT_BYTES=0: write a whole number"),
    ({"STET_HSTS_SECONDS": "-1"}, "STET_HSTS_SECONDS=-1: write a whole number"),
    ({"STET_TIME_ZONE": "Mars/Olympus"}, "STET_TIME_ZONE=Mars/Olympus: write a name"),
    ({"STET_TIME_ZONE": "../etc"}, "STET_TIME_ZONE=../etc: write a name"),
    ({"STET_TIME_ZONE": "Europe"}, "STET_TIME_ZONE=Europe: write a name"),
    ({"STET_LOG_LEVEL": "loud"}, "STET_LOG_LEVEL=loud: write one of DEBUG, INFO, WARNING, ERROR"),
    (
        {"STET_ALOWED_HOSTS": "a"},
        "STET_ALOWED_HOSTS: there is no such variable; did you mean STET_ALLOWED_HOSTS?",
    ),
]


@pytest.mark.parametrize(("given", "said"), BAD, ids=[said.split(":")[0] for _, said in BAD])
def test_bad_setting_is_refused_and_named(given: dict[str, str], said: str) -> None:
    with pytest.raises(Unusable) as refusal:
        Environment.read(given)
    assert str(refusal.value)[: len(said)] == said


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(Unusable) as refusal:
        Environment.read({"STET_DEBUG": "maybe", "STET_LOG_LEVEL": "loud"})
    assert str(refusal.value).count("\n") == 1


def test_secrets_are_not_repeated_in_messages() -> None:
    with pytest.raises(Unusable) as refusal:
        Environment.read({"STET_SECRET_KEY": "tiny-secret", "DATABASE_URL": "mysql://u:pass-word@h/n"})
    assert [secret for secret in ("tiny-secret", "pass-word") if secret in str(refusal.value)] == []


def test_nothing_set_gives_a_desk_on_this_machine() -> None:
    env = Environment.read({})
    assert env.allowed_hosts == ("localhost", "127.0.0.1", "[::1]")
    assert (env.debug, env.https, env.trusted_proxies) == (False, False, ())
    assert env.database["NAME"] == PROJECT / "var" / "stet.sqlite3"


def test_public_desk_is_known_by_its_address() -> None:
    env = Environment.read({"STET_URL": "https://desk.example.org/"})
    assert (env.url, env.https) == ("https://desk.example.org", True)
    assert env.allowed_hosts == ("desk.example.org",)
    assert env.trusted_proxies == ("127.0.0.1/32", "::1/128")


def test_address_of_version_six_keeps_its_brackets() -> None:
    env = Environment.read({"STET_URL": "http://[::1]:8080"})
    assert env.url == "http://[::1]:8080"


def test_postgresql_is_read_from_its_address() -> None:
    database = Environment.read({"DATABASE_URL": "postgresql://desk:p%40ss@db:5433/stet"}).database
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == ("stet", "desk", "p@ss")
    assert (database["HOST"], database["PORT"]) == ("db", 5433)


def test_paths_begin_at_the_project_wherever_the_command_was_started() -> None:
    assert (
        Environment.read({"DATABASE_URL": "sqlite:///var/a.sqlite3"}).database["NAME"]
        == PROJECT / "var/a.sqlite3"
    )
    assert Environment.read({"DATABASE_URL": "sqlite:////srv/a.sqlite3"}).database["NAME"] == Path(
        "/srv/a.sqlite3"
    )


def test_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "new" / "secret-key"
    key = key_from(file)
    assert key_from(file) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_key_of_simultaneous_first_runs_is_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: key_from(tmp_path / "secret-key"), range(32)))
    assert len(keys) == 1


def test_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    key_from(file)
    file.chmod(0o644)
    with pytest.raises(Unusable, match="run: chmod 600 "):
        key_from(file)


def test_key_file_with_a_known_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret-key"
    file.write_text("changeme")
    file.chmod(0o600)
    with pytest.raises(Unusable, match="STET_SECRET_KEY_FILE="):
        key_from(file)


def test_data_folder_that_cannot_be_made_stops_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemExit) as end:
        load({"STET_DATA_DIR": str(tmp_path / "file" / "data")})
    assert end.value.code == 1
    assert capsys.readouterr().err.startswith("Stet cannot start:\nSTET_DATA_DIR=")


@pytest.mark.parametrize("command", [["manage.py", "check"], ["-c", "import config.wsgi"]])
def test_start_with_a_bad_setting_ends_without_a_traceback(command: list[str], tmp_path: Path) -> None:
    given = {**os.environ, "STET_DATA_DIR": str(tmp_path), "STET_ALLOWED_HOSTS": "*"}
    run = subprocess.run(
        [sys.executable, *command], cwd=PROJECT, env=given, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "Stet cannot start:",
        "STET_ALLOWED_HOSTS=*: a pattern lets anyone choose the host in links; name each host",
        "README.md describes each variable.",
    ]
