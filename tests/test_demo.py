"""`manage.py demo`, with the real splitter: from a fresh database to published findings."""

import io
import re
from pathlib import Path

import orjson
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from claims.models import Article, Claim, Event, User
from reviews.demo import findings
from reviews.models import Publication, Review, Verdict
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, settings: Settings) -> None:
    settings.STET_DATA_DIR = tmp_path


def run(*, quiet: bool = True) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("demo", quiet=quiet, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_demo_leaves_claims_in_every_stage_of_the_process() -> None:
    run()
    counts = Review.objects.state_counts()
    published = sum(finding.published for finding in findings.FINDINGS)
    assert (counts["published"], counts["settled"], counts["in_review"]) == (published, 1, 1)
    assert {"new", "triaged"} <= set(counts)
    assert Verdict.objects.count() == sum(len(finding.opinions) for finding in findings.FINDINGS)
    assert sorted(Publication.objects.exclude(correction="").values_list("correction", flat=True)) == [
        "minor"
    ]
    assert set(Review.objects.ruled().values_list("ruling__basis", flat=True)) == {
        "unanimity",
        "adjudication",
    }


@pytest.mark.parametrize("finding", findings.FINDINGS, ids=lambda finding: finding.words)
def test_demo_findings_quote_their_sources_and_the_article(finding: findings.Finding) -> None:
    for opinion in finding.opinions:
        assert opinion.sighting.quote in opinion.sighting.record.says
    assert len(set(finding.words.split())) > 2


def test_demo_findings_are_about_what_their_claims_say() -> None:
    run()
    for finding in findings.FINDINGS:
        rationale = finding.opinions[0].rationale
        verdict = Verdict.objects.get(rationale=rationale)
        assert finding.words in verdict.anchor.quote


def test_demo_passwords_let_in_and_the_public_page_is_there(client: Client) -> None:
    out, _ = run()
    log_ins = re.findall(r"^  (\w+) +(\w+) +(\S{20})$", out, re.MULTILINE)
    assert [role for role, _, _ in log_ins] == ["administrator", "reporter", "reviewer", "reviewer", "editor"]
    for _, name, password in log_ins:
        assert User.objects.get(username=name).check_password(password)
    [address] = re.findall(r"^Public page: http://127.0.0.1:8000(\S+)$", out, re.MULTILINE)
    assert "The fund for bridges is empty today" in client.get(address).content.decode()


def test_demo_writes_every_export(tmp_path: Path) -> None:
    out, _ = run()
    files = sorted((tmp_path / "exports").iterdir())
    assert [file.name for file in files] == [
        "claimreview.jsonld",
        "desk.json",
        "verdicts.csv",
        "verdicts.jsonl",
    ]
    assert all(f"  {file}\n" in out for file in files)
    assert len(orjson.loads(files[0].read_bytes())) == sum(finding.published for finding in findings.FINDINGS)


def test_demo_a_second_time_changes_nothing_and_prints_no_password(tmp_path: Path) -> None:
    run()
    before = (Event.objects.count(), Claim.objects.count(), User.objects.count())
    (tmp_path / "exports" / "desk.json").unlink()
    out, err = run(quiet=False)
    assert (Event.objects.count(), Claim.objects.count(), User.objects.count()) == before
    assert "The demo has been set up before; nothing was changed." in out
    assert "manage.py changepassword NAME" in out
    assert err == "Preparing the database\n"
    assert (tmp_path / "exports" / "desk.json").exists()


def test_demo_tells_its_progress() -> None:
    _, err = run(quiet=False)
    assert err.startswith(
        "Preparing the database\nBrought in: Harbour bridge reopens after fourteen months of repairs\n"
    )


def test_demo_does_not_mix_with_a_real_desk() -> None:
    make_article()
    with pytest.raises(CommandError, match="The demo wants one of its own"):
        run()
    assert Article.objects.count() == 1


def test_demo_desk_takes_other_articles_and_the_demo_again(tmp_path: Path) -> None:
    run()
    path = tmp_path / "a.txt"
    path.write_text("The council sold the old library in 2019.")
    call_command("import_articles", path, stdout=io.StringIO())
    run()
    assert Article.objects.count() == 2
