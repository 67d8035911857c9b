"""The arrow of imports, from pyproject.toml, holds; and the check that says so can see a wrong one."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config.values import PROJECT

LINT = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
MODULES = (
    "config/__init__.py",
    "reviews/__init__.py",
    "claims/__init__.py",
    "claims/splitting/__init__.py",
    "claims/anchors.py",
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    there = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, env=there, capture_output=True, text=True, check=False
    )


def test_imports_follow_the_arrow() -> None:
    run = lint(PROJECT)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("module", "imports", "found"),
    [
        ("claims/anchors.py", "", 0),
        ("claims/anchors.py", "import reviews", 1),
        ("reviews/__init__.py", "import config", 1),
        ("claims/anchors.py", "import django.db", 1),
        ("claims/splitting/__init__.py", "import django.conf", 1),
    ],
)
def test_import_against_the_arrow_is_found(module: str, imports: str, found: int, tmp_path: Path) -> None:
    settings = (PROJECT / "pyproject.toml").read_text()
    contracts = settings[settings.index("[tool.importlinter]") :].split("[[tool.importlinter.contracts]]")
    (tmp_path / "pyproject.toml").write_text("[[tool.importlinter.contracts]]".join(contracts[:3]))
    for name in MODULES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(imports if name == module else "")
    run = lint(tmp_path)
    assert run.returncode == found, run.stdout


def test_claims_does_not_even_name_the_types_of_reviews() -> None:
    """import-linter is told to overlook what only the type checker reads."""
    against = re.compile(r"^\s*(from|import) (reviews|config)\b", re.MULTILINE)
    assert [
        str(file) for file in (PROJECT / "claims").rglob("*.py") if against.search(file.read_text())
    ] == []


def test_web_process_loads_no_language_model() -> None:
    pages = "import config.wsgi, sys; from django.urls import get_resolver; get_resolver().reverse_dict;"
    heavy = (
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'spacy', 'numpy', 'trafilatura'}))"
    )
    there = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "-c", pages + heavy]
    run = subprocess.run(command, cwd=PROJECT, env=there, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "[]\n")
