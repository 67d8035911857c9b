"""What is written about the code is what the code says. `make docs` writes it anew."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from openapi_spec_validator import validate
from openapi_spec_validator.readers import read_from_filename

from config.documents import documents, with_part
from config.values import PROJECT

NAMES = ["README.md", "docs/workflow.md", "docs/openapi.yaml"]


@pytest.mark.parametrize("name", NAMES)
def test_document_is_what_the_code_says(name: str) -> None:
    assert (PROJECT / name).read_text() == documents()[PROJECT / name]


def test_every_generated_document_is_compared() -> None:
    assert [str(file.relative_to(PROJECT)) for file in documents()] == NAMES


def test_writing_what_is_written_already_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("write_docs")
    assert capsys.readouterr().out == ""


def test_openapi_file_is_valid() -> None:
    schema, _ = read_from_filename(str(PROJECT / "docs" / "openapi.yaml"))
    validate(schema)
    assert str(schema["openapi"]).startswith("3.1")


def test_part_is_replaced_between_its_marks_only(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("before\n<!-- x -->\nold\n<!-- /x -->\nafter\n")
    assert with_part(file, "x", r"new \1") == "before\n<!-- x -->\n\nnew \\1\n\n<!-- /x -->\nafter\n"


def test_missing_marks_are_told(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("nothing")
    with pytest.raises(ValueError, match="has 0"):
        with_part(file, "x", "new")


def test_links_between_documents_lead_somewhere() -> None:
    files = [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md"), *PROJECT.glob("bench/**/*.md")]
    links = [(file, target) for file in files for target in re.findall(r"\]\(([^)#]+)", file.read_text())]
    broken = [
        f"{file.name}: {to}" for file, to in links if "://" not in to and not (file.parent / to).exists()
    ]
    assert broken == []
