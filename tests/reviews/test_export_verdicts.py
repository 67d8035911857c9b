"""`manage.py export_verdicts`."""

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from django.core.management import CommandError, call_command

from config.settings import BASE_DIR
from tests.factories import make_review
from tests.reviews.exports.test_claim_review import published_without_a_name

pytestmark = pytest.mark.django_db
NO_MOMENT = (
    "--since: “{}” is no ISO 8601 moment. Write 2026-03-01 or 2026-03-01T09:30:00Z"
    " (in an address a + is written %2B)."
)


def test_export_verdicts_writes_json_lines_to_standard_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    review = make_review(state="settled")
    call_command("export_verdicts")
    out, err = capsysbinary.readouterr()
    assert (orjson.loads(out)["claim_id"], err) == (str(review.claim_id), b"")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            ["--format", "xml"],
            "--format: There is no format “xml”. Choose one of: jsonl, csv, json, claimreview.",
        ),
        (
            ["--format", "averitec"],
            "--format: There is no format “averitec”. Choose one of: jsonl, csv, json, claimreview.",
        ),
        (
            ["--since", "yesterday"],
            NO_MOMENT.format("yesterday"),
        ),
        (
            ["--since", "2026-02-30"],
            NO_MOMENT.format("2026-02-30"),
        ),
        (
            ["--since", "0001-01-01T00:00+14:00"],
            "--since: “0001-01-01T00:00+14:00” lies outside the calendar.",
        ),
        (["--article", "first"], "--article: “first” is no article number. Write its digits, such as 7."),
        (["--article", "-1"], "--article: “-1” is no article number. Write its digits, such as 7."),
        (["--article", "٣"], "--article: “٣” is no article number. Write its digits, such as 7."),
        (["--article", "9999"], "--article: There is no article 9999."),
    ],
)
def test_export_verdicts_says_what_is_wrong_with_what_was_asked(options: list[str], complaint: str) -> None:
    with pytest.raises(CommandError) as raised:
        call_command("export_verdicts", *[f"{options[0]}={options[1]}"])
    assert str(raised.value) == complaint


@pytest.mark.parametrize(
    "since", ["2026-03-01", "2026-03-01T09:30", "2026-03-01T09:30:00Z", "2026-03-01T09:30+02:00"]
)
def test_export_verdicts_takes_days_and_moments(
    since: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    make_review(state="settled")
    call_command("export_verdicts", since=since)
    assert capsysbinary.readouterr().out.count(b"\n") == 1


def test_export_verdicts_that_cannot_be_written_writes_nothing(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    published_without_a_name()
    with pytest.raises(CommandError, match="has no reviewRating.alternateName"):
        call_command("export_verdicts", format="claimreview")
    assert capsysbinary.readouterr().out == b""


def test_export_verdicts_ends_with_status_1_and_nothing_on_standard_output(tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "export_verdicts", "--format", "xml"]
    environment = {**os.environ, "STET_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=BASE_DIR)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("CommandError: --format: There is no format “xml”.")
