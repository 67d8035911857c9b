"""How articles come in, once, and how what is known about them changes."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.intake import bring_text
from claims.models import Article, Event, Job, Version
from claims.models.article import identity_of
from claims.refusals import Refused, Stale
from tests.factories import NOW, TEXT, make_article, make_user
from tests.together import together

pytestmark = pytest.mark.django_db
ADDRESS = "https://example.org/library"


def counts() -> tuple[int, int, int, int]:
    return Article.objects.count(), Version.objects.count(), Job.objects.count(), Event.objects.count()


def test_article_comes_with_one_version_one_job_and_one_event() -> None:
    article = make_article()
    event = Event.objects.get()
    assert counts() == (1, 1, 1, 1)
    assert (event.verb, event.article, event.actor, event.data["sha256"]) == (
        "article.brought",
        article,
        article.brought_by,
        article.latest_version().sha256,
    )


def test_same_text_again_is_the_same_article() -> None:
    first = make_article()
    before = counts()
    again, created = Article.objects.bring(
        by=make_user(role="editor"), now=NOW, text=TEXT, title="Another title"
    )
    assert (again, created, again.title, counts()) == (first, False, "The library is sold", before)


def test_same_address_with_the_same_text_is_the_same_article() -> None:
    first = make_article(url=ADDRESS)
    assert (make_article(url=ADDRESS), Article.objects.count()) == (first, 1)


def test_same_text_at_two_addresses_is_two_articles() -> None:
    make_article(url=ADDRESS)
    make_article(url=f"{ADDRESS}-2")
    make_article()
    assert Article.objects.count() == 3


def test_known_address_with_another_text_is_refused_and_names_the_article() -> None:
    first = make_article(url=ADDRESS)
    before = counts()
    with pytest.raises(ValidationError) as refused:
        make_article(url=ADDRESS, text="Quite another text.")
    assert list(refused.value.message_dict) == ["url"]
    assert f"Article {first.pk} has this address already" in refused.value.messages[0]
    assert counts() == before


@pytest.mark.parametrize("role", [None, "reader", "reviewer"])
def test_article_of_one_who_may_not_bring_any_is_refused(role: str | None) -> None:
    with pytest.raises(Refused, match="for reporters and editors"):
        make_article(by=make_user(role=role))
    assert counts() == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"text": ""}, "text", "This field cannot be blank."),
        ({"text": " \n\t "}, "text", "The text is empty. Paste the words of the article."),
        ({"title": ""}, "title", "This field cannot be blank."),
        ({"title": "x" * 301}, "title", "Ensure this value has at most 300 characters (it has 301)."),
        ({"url": "javascript:alert(1)"}, "url", "Enter a valid URL."),
        ({"language": ""}, "language", "This field cannot be blank."),
        (
            {"text": "a\nb\x00c"},
            "text",
            "The text holds a NUL character at character 4 (line 2). Remove it and send the text again.",
        ),
        (
            {"byline": "A\ud800"},
            "byline",
            "The text holds half of a surrogate pair (U+D800) at character 2 (line 1)."
            " Remove it and send the text again.",
        ),
    ],
)
def test_article_that_cannot_be_stored_is_refused_by_field(
    changes: dict[str, str], field: str, message: str
) -> None:
    brought: dict[str, Any] = {"text": TEXT, "title": "T", **changes}
    with pytest.raises(ValidationError) as refused:
        Article.objects.bring(by=make_user(role="reporter"), now=NOW, **brought)
    assert refused.value.message_dict == {field: [message]}
    assert counts() == (0, 0, 0, 0)


def test_text_beyond_the_bound_is_refused_with_both_sizes(settings: object) -> None:
    settings.STET_MAX_TEXT_BYTES = 10  # type: ignore[attr-defined]
    make_article(text="ten bytes.")
    with pytest.raises(ValidationError, match="has 12 bytes; the most that the desk takes is 10"):
        make_article(text="é" * 6)


@pytest.mark.parametrize("text", ["\u202eright to left\u202c", "a\u200bb", "\ufeffmark", "🗞️ news", "e\u0301"])
def test_odd_text_is_stored_as_it_came(text: str) -> None:
    version = make_article(text=text).latest_version()
    version.refresh_from_db()
    assert (version.text, version.sha256) == (text, Version.digest_of(text))


def test_line_ends_of_three_kinds_are_one_article() -> None:
    reporter = make_user(role="reporter")
    texts = ["One.\r\n\r\nTwo.", "One.\n\nTwo.", "One.\r\rTwo."]
    brought = [bring_text(by=reporter, now=NOW, text=text) for text in texts]
    assert [created for _, created in brought] == [True, False, False]
    assert Version.objects.get().text == "One.\n\nTwo."


@pytest.mark.django_db(transaction=True)
def test_article_brought_by_several_in_the_same_moment_is_one() -> None:
    reporters = [make_user(role="reporter") for _ in range(4)]
    brought = together([lambda by=by: make_article(by=by) for by in reporters])  # type: ignore[misc]
    assert {article.pk for article in brought} == {Article.objects.get().pk}
    assert counts() == (1, 1, 1, 1)


# What is known about it


def test_edit_changes_what_is_known_and_says_so() -> None:
    article, editor = make_article(), make_user(role="editor")
    article.edit(by=editor, now=NOW, revision=1, title="Sold", published_on=date(2026, 3, 2))
    article.refresh_from_db()
    event = Event.objects.latest("seq")
    assert (article.title, article.published_on, article.revision) == ("Sold", date(2026, 3, 2), 2)
    assert (event.verb, event.data) == ("article.edited", {"title": "Sold", "published_on": "2026-03-02"})


def test_second_of_two_edits_is_told_of_the_first() -> None:
    article, editor = make_article(), make_user(role="editor")
    other = Article.objects.get()
    article.edit(by=editor, now=NOW, revision=1, title="First")
    events = Event.objects.count()
    with pytest.raises(Stale) as stale:
        other.edit(by=editor, now=NOW, revision=1, outlet="Second")
    assert stale.value.current == article
    assert (Article.objects.get().title, Article.objects.get().outlet, Event.objects.count()) == (
        "First",
        "",
        events,
    )


@pytest.mark.parametrize("name", ["identity", "brought_by", "created_at", "id", "versions", "nothing"])
def test_what_is_no_ones_to_edit_is_refused(name: str) -> None:
    article = make_article()
    with pytest.raises(ValidationError, match=f"Cannot be edited: {name}."):
        article.edit(by=make_user(role="editor"), now=NOW, revision=1, **{name: 7})
    assert Article.objects.get().revision == 1


@pytest.mark.parametrize("role", [None, "reader", "reviewer"])
def test_edit_of_one_who_may_not_bring_articles_is_refused(role: str | None) -> None:
    article = make_article()
    with pytest.raises(Refused):
        article.edit(by=make_user(role=role), now=NOW, revision=1, title="Mine")
    assert Article.objects.get().title == "The library is sold"


def test_address_of_another_article_is_refused() -> None:
    make_article(url=ADDRESS)
    article = make_article(text="Another.")
    with pytest.raises(ValidationError, match="Another article has this address"):
        article.edit(by=make_user(role="editor"), now=NOW, revision=1, url=ADDRESS)


def test_new_address_is_what_the_article_is_known_by() -> None:
    article = make_article()
    article.edit(by=make_user(role="editor"), now=NOW, revision=1, url=ADDRESS)
    assert Article.objects.get().identity == identity_of(url=ADDRESS, text=TEXT)
    assert make_article(url=ADDRESS) == article


# Sets


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("library", 2),
        ("LIBRARY sold", 2),
        ("library moon", 1),
        ("gazette", 1),
        ("nothing", 0),
        ("", 2),
        ("100%", 0),
        ("_", 0),
        ("' OR 1=1 --", 0),
    ],
)
def test_search_finds_articles_that_hold_every_word(words: str, found: int) -> None:
    make_article()
    reporter = make_user(role="reporter")
    Article.objects.bring(
        by=reporter, now=NOW, text="On the moon, too.", title="Library sold", outlet="Gazette"
    )
    assert Article.objects.matching(words).count() == found
