import pytest
from django.test import Client

from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/articles/{}/", "/articles/{}/edit/", "/sources/{}/", "/published/{}/"])
@pytest.mark.parametrize("number", ["0", "9223372036854775807", "9" * 18, "9" * 40, "-1", "1e3", "٣"])
def test_address_with_an_impossible_number_is_not_found(address: str, number: str) -> None:
    client = Client()
    client.force_login(make_user(role="editor"))
    assert client.get(address.format(number)).status_code == 404
