from datetime import date

import pytest
from django.test import Client

from tests.factories import NOW, make_claim, make_review, make_user

pytestmark = pytest.mark.django_db


def test_queue_shows_own_shares_the_most_pressing_first(client: Client) -> None:
    reviewer, editor = make_user(), make_user(role="editor")
    client.force_login(reviewer)
    reviews = [make_review(claim=make_claim(worth=worth), state="triaged") for worth in (0.2, 0.9, 0.5)]
    for review, due_on in zip(reviews, (None, None, date(2026, 1, 1)), strict=True):
        review.assign(by=editor, reviewer=reviewer, now=NOW, due_on=due_on)
    page = client.get("/queue/")
    assert [share.review for share in page.context["shares"]] == [reviews[2], reviews[1], reviews[0]]
    assert "overdue since 1 Jan" in page.content.decode()


def test_queue_offers_what_may_be_taken_by_worth(client: Client) -> None:
    client.force_login(make_user())
    reviews = [make_review(claim=make_claim(worth=worth), state="triaged") for worth in (0.2, 0.9)]
    make_review()
    assert list(client.get("/queue/").context["takeable"].rows) == reviews[::-1]


def test_queue_of_an_editor_has_a_list_for_each_state_that_waits(client: Client) -> None:
    client.force_login(make_user(role="editor"))
    waiting = {
        "triage": make_review(), "assign": make_review(state="triaged"),
        "adjudicate": make_review(state="in_adjudication"), "publish": make_review(state="settled"),
    }  # fmt: skip
    for name, review in waiting.items():
        assert list(client.get(f"/queue/?show={name}").context["waiting"].rows) == [review]


@pytest.mark.parametrize("show", ["publish", "nonsense", ""])
def test_queue_of_a_reviewer_has_no_editors_lists(client: Client, show: str) -> None:
    client.force_login(make_user())
    make_review(state="settled")
    page = client.get("/queue/", {"show": show})
    assert (page.context["show"], page.context["lists"]) == ("mine", [])
    assert "Nothing awaits your verdict." in page.content.decode()


def test_queue_of_a_reader_offers_nothing_to_take(client: Client) -> None:
    client.force_login(make_user(role="reader"))
    make_review(state="triaged")
    assert "/take/" not in client.get("/queue/").content.decode()
