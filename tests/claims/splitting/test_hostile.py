"""Texts that have brought splitters down, in short; the gate in bench/splitting measures them at full length."""

import time

import pytest

from bench.splitting.hostile import families
from claims.splitting import split

SIZE = 20_000
PATIENCE = 4.0  # seconds of processor time: what would be quadratic needs minutes


@pytest.mark.parametrize(("name", "text"), [pytest.param(*family, id=family[0]) for family in families(SIZE)])
def test_a_hostile_text_is_read_in_bounded_time(name: str, text: str) -> None:
    began = time.process_time()
    document = split(text)
    assert time.process_time() - began < PATIENCE
    assert [claim for claim in document.claims if text[claim.start : claim.end] != claim.quote] == []
