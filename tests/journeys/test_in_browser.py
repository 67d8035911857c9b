"""The same story in a real browser, with scripts and without; console and network are watched by `new_context`."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from claims.models import Claim
from claims.tasks import start_splitting
from tests.factories import PASSWORD, make_article, make_claim, make_review, make_user

COPY = """date 2026-03-01

The council sold the old library to a builder in 2019. Nobody should have agreed to that.

The sale brought the city two million euros, the mayor said. 😀 Who decides such things?
"""
NewContext = Callable[..., BrowserContext]
DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 800}


class Person:
    """Somebody at a browser window."""

    def __init__(self, name: str, role: str, new_context: NewContext, base: str, *, scripts: bool) -> None:
        self.user = make_user(username=name, role=role)
        self.scripts = scripts
        context = new_context(base_url=base, viewport=DESK, java_script_enabled=scripts)
        self.page = context.new_page()
        self.page.goto("/login/")
        self.page.get_by_label("Username").fill(name)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Log in")

    def opens(self, address: str) -> Page:
        self.page.goto(address)
        self.looks()
        return self.page

    def follows(self, name: str) -> Page:
        self.page.get_by_role("link", name=name).first.click()
        self.looks()
        return self.page

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).last.click()

    def unfold(self, name: str) -> None:
        self.page.locator("summary", has_text=re.compile(f"^{name}$")).click()

    def reads(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def looks(self) -> None:
        if self.scripts:
            assert_accessible(self.page)


def assert_accessible(page: Page) -> None:
    """No rule of axe is broken on the page as it is now."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    assert [(broken["id"], [node["target"] for node in broken["nodes"]]) for broken in found] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.slow
def test_from_article_to_publication(live_server: Any, new_context: NewContext, scripts: bool) -> None:
    def arrives(name: str, role: str) -> Person:
        return Person(name, role, new_context, live_server.url, scripts=scripts)

    rita, edith = arrives("rita", "reporter"), arrives("edith", "editor")
    ravi, rosa = arrives("ravi", "reviewer"), arrives("rosa", "reviewer")

    # Rita brings the article in.
    rita.looks()
    rita.follows("Bring in an article").get_by_label("Text", exact=True).fill(COPY)
    rita.page.get_by_label("Title").fill("The library is sold")
    rita.press("Bring it in")
    rita.reads("The council sold the old library to a builder in 2019")
    rita.looks()

    # Edith puts what is new into the queue.
    edith.opens("/articles/")
    edith.follows("The library is sold")
    edith.page.get_by_role("button", name="new into the queue").click()
    edith.reads("put into the queue")
    edith.looks()

    # Ravi takes the sale; Edith gives the other share to Rosa.
    claim = f"/claims/{Claim.objects.get(text__startswith='The council sold').pk}/"
    ravi.opens("/queue/")
    ravi.follows("The council sold the old library")
    ravi.press("Take a share")
    ravi.reads("You have a share in this review.")
    edith.opens(claim)
    edith.page.get_by_label("Reviewer", exact=True).select_option("rosa")
    edith.press("Assign")
    edith.reads("The reviewer has a share in this review.")

    # Ravi adds evidence and gives his verdict; with scripts his draft is kept while he types.
    ravi.opens(claim)
    ravi.unfold("Add evidence")
    ravi.looks()
    evidence = ravi.page.locator("#add-evidence")
    evidence.get_by_label("Title").fill("Minutes of the council")
    evidence.get_by_label("Quote").fill("The sale is agreed.")
    evidence.get_by_label("What the source said").fill("Item 7. The sale is agreed.")
    ravi.press("Add evidence")
    ravi.reads("stands in the snapshot")
    ravi.page.get_by_label("True The claim holds").check()
    ravi.page.get_by_label("Rationale").fill("The minutes say so.")
    if scripts:
        expect(ravi.page.locator("#draft-status")).to_contain_text("Draft saved")
    else:
        ravi.press("Save draft")
        ravi.reads("The draft is saved.")
        expect(ravi.page.get_by_label("Rationale")).to_have_value("The minutes say so.")
    ravi.press("Submit the verdict")
    ravi.reads("Your verdict is in.")

    # Rosa does not see it, and comes to another end.
    rosa.opens("/queue/")
    rosa.follows("The council sold the old library")
    rosa.reads("1 verdict is in that you will see when all are.")
    expect(rosa.page.locator("main")).not_to_contain_text("The minutes say so.")
    rosa.page.get_by_label("Half true").check()
    rosa.page.get_by_label("Rationale").fill("Sold, but in 2020.")
    rosa.page.get_by_label("Minutes of the council").check()
    rosa.press("Submit the verdict")
    rosa.reads("Your verdict is in.")
    rosa.reads("The minutes say so.")
    rosa.looks()

    # Edith rules and publishes.
    edith.opens("/queue/?show=adjudicate")
    edith.follows("The council sold the old library")
    edith.page.get_by_label("Rating").select_option("True")
    edith.page.get_by_label("Summary").fill("It was sold in 2019.")
    edith.page.get_by_label("Reasons").fill("The deed says so.")
    edith.press("Rule")
    edith.reads("Your ruling stands.")
    edith.looks()
    edith.page.get_by_label("I have read it as the public will.").check()
    edith.press("Publish")
    edith.reads("Published.")
    edith.looks()

    # Anybody reads it.
    stranger = new_context(base_url=live_server.url, viewport=DESK, java_script_enabled=scripts).new_page()
    stranger.goto("/published/")
    stranger.get_by_role("link", name="The library is sold").click()
    expect(stranger.locator("main")).to_contain_text("It was sold in 2019.")
    expect(stranger.locator("main")).not_to_contain_text("The deed says so.")
    if scripts:
        assert_accessible(stranger)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_every_page_is_accessible_and_fits(
    live_server: Any, new_context: NewContext, viewport: dict[str, int], scheme: str
) -> None:
    editor = make_user(username="edith", role="editor")
    review = make_review(state="published")
    adjudication = make_review(state="in_adjudication")
    make_review(state="settled")
    make_review(state="triaged").take(by=editor, now=review.created_at)
    article = make_article(by=editor, text="A text of one very long word: " + "x" * 300, title="y" * 200)
    source = review.evidence.all()[0].source_id
    page = new_context(base_url=live_server.url, viewport=viewport, color_scheme=scheme).new_page()
    page.goto("/login/")
    assert_accessible(page)
    page.get_by_label("Username").fill("edith")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    addresses = [
        "/articles/", "/articles/new/", f"/articles/{article.pk}/", f"/articles/{article.pk}/edit/",
        f"/articles/{review.claim.article_id}/", f"/claims/{review.claim_id}/",
        f"/claims/{adjudication.claim_id}/", "/queue/", "/queue/?show=publish", "/sources/", f"/sources/{source}/",
        f"/sources/{source}/edit/", "/account/tokens/", "/account/password/", "/published/",
        f"/published/{review.claim.article_id}/",
    ]  # fmt: skip
    for address in addresses:
        page.goto(address)
        page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
        assert_accessible(page)
        too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert (address, too_wide) == (address, 0)


def log_in(new_context: NewContext, base: str, name: str, **options: Any) -> Page:
    page = new_context(base_url=base, viewport=DESK, **options).new_page()
    page.goto("/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    return page


def test_article_page_waits_for_the_splitting_and_then_shows_the_claims(
    live_server: Any, new_context: NewContext
) -> None:
    article = make_article(by=make_user(username="rita", role="reporter"))
    page = log_in(new_context, live_server.url, "rita")
    page.goto(f"/articles/{article.pk}/")
    expect(page.get_by_role("heading", name="The article waits to be split")).to_be_visible()
    assert_accessible(page)
    start_splitting(article)
    expect(page.locator(".claims")).to_contain_text("The council sold the old library in 2019")


def test_keys_lead_from_claim_to_claim_and_light_its_words(live_server: Any, new_context: NewContext) -> None:
    make_user(username="rita", role="reporter")
    article = make_article()
    first = make_claim(article=article, text="The first claim.")
    make_claim(article=article, text="The second claim.", start=43, end=60)
    page = log_in(new_context, live_server.url, "rita")
    page.goto(f"/articles/{article.pk}/")
    for key, claim in (("j", "The first claim."), ("j", "The second claim."), ("k", "The first claim.")):
        page.keyboard.press(key)
        expect(page.get_by_role("link", name=claim)).to_be_focused()
    expect(page.locator(f'[data-claims~="{first.pk}"]')).to_have_class(re.compile(r"\blit\b"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The first claim.")).to_be_visible()


def test_page_with_unsaved_words_asks_before_it_is_left(live_server: Any, new_context: NewContext) -> None:
    make_user(username="rita", role="reporter")
    page = log_in(new_context, live_server.url, "rita")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.goto("/articles/new/")
    page.get_by_label("Title").press_sequentially("Unsaved")
    page.get_by_role("link", name="Queue").click()
    expect(page.get_by_label("Title")).to_have_value("Unsaved")
    assert asked == ["beforeunload"]


def test_draft_is_saved_while_typing_and_never_over_that_of_another_window(
    live_server: Any, browser: Browser
) -> None:
    reviewer = make_user(username="ravi", role="reviewer")
    review = make_review(state="triaged")
    share = review.take(by=reviewer, now=review.created_at)
    # Not `new_context`: the answer 409, which this is about, stands in the console.
    context = browser.new_context(base_url=live_server.url)
    first = log_in(lambda **options: context, live_server.url, "ravi")
    second = context.new_page()
    for window in (first, second):
        window.goto(f"/claims/{review.claim_id}/")
    first.get_by_label("Rationale").press_sequentially("Typed in the first window")
    expect(first.locator("#draft-status")).to_contain_text("Draft saved")
    second.get_by_label("Rationale").press_sequentially("Typed in the second")
    expect(second.locator("#draft-status")).to_contain_text("Typed in the first window")
    second.get_by_label("Rationale").press_sequentially(" window")
    second.wait_for_timeout(2000)
    share.refresh_from_db()
    assert share.draft_rationale == "Typed in the first window"
    assert_accessible(second)
    second.get_by_role("button", name="Save draft").click()
    expect(second.locator("main")).to_contain_text("The draft is saved.")
    share.refresh_from_db()
    assert share.draft_rationale == "Typed in the second window"
    context.close()
