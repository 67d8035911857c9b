"""What a change of the tables makes of rows that were there before."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from claims.models import Claim
from tests.factories import make_claim


@pytest.mark.django_db(transaction=True)
def test_claims_of_before_have_no_quantities_hedges_or_link() -> None:
    claim = make_claim()
    for step in ("0003_append_only", "0004_what_the_splitter_found"):
        MigrationExecutor(connection).migrate([("claims", step)])
    found = Claim.objects.get(pk=claim.pk)
    assert (found.quantities, found.hedges, found.link) == ([], [], "")
    assert found.text == claim.text
