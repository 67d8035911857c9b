"""The arrow of imports, from pyproject.toml, holds; and the check that says so can see a wrong one."""

import os
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
    ("module", "wrong"),
    [
        ("claims/anchors.py", "import reviews"),
        ("reviews/__init__.py", "import config"),
        ("claims/anchors.py", "import django.db"),
        ("claims/splitting/__init__.py", "import django.conf"),
    ],
)
def test_import_against_the_arrow_is_found(module: str, wrong: str, tmp_path: Path) -> None:
    settings = (PROJECT / "pyproject.toml").read_text()
    (tmp_path / "pyproject.toml").write_text(settings[settings.index("[tool.importlinter]") :])
    for name in MODULES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(wrong if name == module else "")
    assert lint(tmp_path).returncode == 1
