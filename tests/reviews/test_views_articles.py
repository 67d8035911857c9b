"""The list of articles and the page on which one is read."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import Event, Job, User
from reviews import reading, triage
from reviews.models import Review
from tests.factories import NOW, make_article, make_claim, make_review, make_user

pytestmark = pytest.mark.django_db
XSS = '"><img src=x onerror=alert(1)><script>alert(1)</script>'


@pytest.fixture
def editor(client: Client) -> User:
    user = make_user(role="editor", username="edith")
    client.force_login(user)
    return user


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_articles_without_any_invite_to_bring_one(client: Client, editor: User) -> None:
    assert "No articles yet." in page(client, "/articles/")


def test_articles_found_hold_every_word(client: Client, editor: User) -> None:
    make_article(title="The library is sold", text="One text.")
    make_article(title="The bridge is sold", text="Another text, on a library.")
    make_article(title="The bridge is built", text="A third text.")
    shown = client.get("/articles/?q=library+sold").context["rows"]
    assert sorted(article.title for article, _ in shown) == ["The bridge is sold", "The library is sold"]
    assert "Nothing holds “nowhere”" in page(client, "/articles/?q=nowhere")


def test_articles_show_how_far_each_is(client: Client, editor: User) -> None:
    make_review(state="published")
    Job.objects.update(state="done")
    assert "1 of 1 checked · 1 published" in page(client, "/articles/")


def test_home_leads_to_the_articles(client: Client, editor: User) -> None:
    assert client.get("/")["Location"] == "/articles/"


def test_article_marks_each_claim_at_its_words(client: Client, editor: User) -> None:
    claim = make_claim(article=make_article(text="😀 Anna sang. Bert slept."), start=2, end=11)
    shown = page(client, f"/articles/{claim.article_id}/")
    mark = rf'<a class="mark open "[^>]*href="#claim-{claim.pk}"[^>]*>Anna sang</a>'
    assert len(re.findall(mark, shown)) == 1
    assert "😀 <a" in shown
    assert "Bert slept." in shown


def test_article_shows_its_text_with_line_ends_from_windows_at_the_right_places(
    client: Client, editor: User
) -> None:
    client.post(
        "/articles/new/", {"text": "A title\r\n\r\n😀 Anna bought a house in 2019.\r\n", "language": "en"}
    )
    review = Review.objects.select_related("claim").get(claim__text__contains="house")
    quote = review.anchor().quote
    assert f">{quote}</a>" in page(client, f"/articles/{review.claim.article_id}/")


def test_article_names_what_is_no_claim(client: Client, editor: User) -> None:
    claim = make_claim(checkable=False)
    shown = page(client, f"/articles/{claim.article_id}/")
    assert 'class="tag unchecked ">opinion</span>' in shown
    assert f"/claims/{claim.pk}/" not in shown


def test_article_filters_its_list_by_state(client: Client, editor: User) -> None:
    article = make_article()
    first, second = make_claim(article=article), make_claim(article=article, start=43, end=60)
    first.review.triage(by=editor, now=NOW)
    for state, shown in (("triaged", [first]), ("new", [second]), ("nonsense", []), ("", [first, second])):
        entries = client.get(f"/articles/{article.pk}/?state={state}").context["shown"]
        assert [entry.claim for entry in entries] == shown


def test_article_comes_in_parts_when_it_is_long(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PART", 2)
    article = make_article(text="x" * 200)
    claims = [make_claim(article=article, start=place * 10, end=place * 10 + 5) for place in range(5)]
    parts = [client.get(f"/articles/{article.pk}/?from={first}").context["part"] for first in (0, 2, 4)]
    assert [entry.claim for part in parts for entry in part.entries] == claims
    assert [(part.previous, part.next) for part in parts] == [(None, 2), (0, 4), (2, None)]


@pytest.mark.parametrize("first", ["-1", "x", "٣", "9" * 30, "2147483647", "1.5"])
def test_article_part_that_is_none_is_no_error(client: Client, editor: User, first: str) -> None:
    claim = make_claim()
    assert client.get(f"/articles/{claim.article_id}/", {"from": first}).status_code == 200


def test_article_that_failed_shows_why_and_offers_another_try(client: Client, editor: User) -> None:
    article = make_article()
    Job.objects.update(state="failed", attempts=3, error="ValueError: <b>no</b>")
    shown = page(client, f"/articles/{article.pk}/")
    assert "ValueError: &lt;b&gt;no&lt;/b&gt;" in shown
    assert f'action="/articles/{article.pk}/retry/"' in shown


def test_article_costs_the_same_for_one_claim_and_for_three(client: Client, editor: User) -> None:
    article = make_article()
    make_claim(article=article)
    page(client, "/articles/")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            page(client, f"/articles/{article.pk}/")
        counts.append(len(captured))
        make_claim(article=article, start=43, end=60)
        make_claim(article=article, start=63, end=70)
    assert counts[0] == counts[1]


def test_hostile_words_stay_words(client: Client, editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(first_name=XSS)
    article = make_article(title=XSS, text=f"{XSS} was said. {XSS}")
    claim = make_claim(article=article, text=XSS, end=len(XSS))
    for address in (
        "/articles/",
        f"/articles/{article.pk}/",
        f"/articles/?q={XSS}",
        f"/claims/{claim.pk}/",
        "/queue/?show=triage",
    ):
        shown = page(client, address)
        assert ("<img" in shown, "<script>" in shown) == (False, False)


def test_triage_of_all_new_claims_writes_one_event_each(client: Client, editor: User) -> None:
    article = make_article()
    for _ in range(3):
        make_claim(article=article)
    make_claim()
    client.post(f"/articles/{article.pk}/triage/", {"all": "1"})
    assert (Review.objects.in_state("triaged").count(), Review.objects.in_state("new").count()) == (3, 1)
    assert Event.objects.filter(verb="review.triage").count() == 3


def test_triage_of_ticked_claims_leaves_the_others(client: Client, editor: User) -> None:
    article = make_article()
    ticked, other, foreign = make_claim(article=article), make_claim(article=article), make_claim()
    form = {"claim": [ticked.pk, foreign.pk, "nonsense", "-" * 36]}
    answer = client.post(f"/articles/{article.pk}/triage/", form, follow=True)
    assert "1 claim put into the queue." in answer.content.decode()
    states = [Review.objects.get(claim=claim).state for claim in (ticked, other, foreign)]
    assert states == ["triaged", "new", "new"]


def test_triage_takes_so_many_at_once_and_says_that_there_are_more(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(triage, "MOST_AT_ONCE", 1)
    article = make_article()
    for _ in range(2):
        make_claim(article=article)
    answer = client.post(f"/articles/{article.pk}/triage/", {"all": "1"}, follow=True)
    assert "there are more" in answer.content.decode()
    assert Review.objects.in_state("triaged").count() == 1


def test_triage_is_for_editors(client: Client) -> None:
    claim = make_claim()
    client.force_login(make_user(role="reviewer"))
    answer = client.post(f"/articles/{claim.article_id}/triage/", {"all": "1"})
    assert (answer.status_code, Review.objects.get().state) == (403, "new")


@pytest.mark.parametrize("address", ["/articles/", "/queue/", "/sources/"])
def test_desk_is_closed_to_those_without_a_role(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302
    client.force_login(make_user(role=None))
    answer = client.get(address)
    assert (answer.status_code, "Ask an administrator" in answer.content.decode()) == (403, True)
