import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from claims.models import Version
from tests.factories import NOW, make_article

pytestmark = pytest.mark.django_db


def version_with(**changes: object) -> Version:
    article = make_article()
    row = {
        "article": article,
        "number": 2,
        "text": "More.",
        "sha256": "0" * 64,
        "created_by": article.brought_by,
    }
    return Version(**{**row, "created_at": NOW, **changes})


def test_digest_is_sha256_of_the_text_as_utf8() -> None:
    assert Version.digest_of("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


@pytest.mark.parametrize("changes", [{"number": 1}, {"number": 0}, {"text": ""}, {"sha256": "abc"}])
def test_database_refuses_a_version_that_cannot_be(changes: dict[str, object]) -> None:
    version = version_with(**changes)
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()
    with pytest.raises(ValidationError):
        version.full_clean()


def test_list_leaves_the_text_where_it_is() -> None:
    version = make_article().versions.all().without_text().get()
    assert version.get_deferred_fields() == {"text"}


def test_latest_version_is_the_one_with_the_highest_number() -> None:
    version = version_with()
    version.save()
    assert version.article.latest_version() == version
