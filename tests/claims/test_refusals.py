import pytest

from claims.permissions import require
from claims.refusals import Refusal, Refused, Stale


def test_refusal_reads_as_its_reason() -> None:
    refusal = Refusal("Publishing is for editors.")
    assert (str(refusal), refusal.kind) == ("Publishing is for editors.", "forbidden")


def test_refused_carries_the_refusal() -> None:
    refusal = Refusal("It is too late.", "conflict")
    with pytest.raises(Refused, match="It is too late") as raised:
        require(refusal)
    assert raised.value.refusal is refusal


def test_nothing_is_raised_where_nothing_is_refused() -> None:
    require(None)


def test_stale_brings_the_newer_row() -> None:
    newer = object()
    assert Stale(newer).current is newer
