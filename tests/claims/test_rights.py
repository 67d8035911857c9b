import pytest
from django.contrib.auth.models import Permission
from pytest_django import DjangoAssertNumQueries

from claims.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_rights_of_roles_and_of_the_person_come_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    user = make_user(role="reader")
    user.user_permissions.add(Permission.objects.get(codename="bring_article"))
    user = User.objects.get(pk=user.pk)
    with django_assert_num_queries(1):
        asked = ("claims.view_article", "claims.bring_article", "reviews.publish_review")
        assert [user.has_perm(right) for right in asked] == [True, True, False]


def test_deactivated_person_has_no_rights() -> None:
    assert make_user(role="editor", is_active=False).get_all_permissions() == set()


def test_superuser_has_every_right() -> None:
    user = make_user(role=None, is_superuser=True)
    assert len(user.get_all_permissions()) == Permission.objects.count()
