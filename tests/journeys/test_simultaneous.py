"""People who do the same thing in the same moment: one is first, the others are told, and nothing is lost.

Real transactions from real threads, each with its own connection, on whichever database the tests run on.
"""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest

from claims.models import Event, Reply
from reviews.models import Assignment, Publication, Review, Source, Verdict
from tests.claims.api.client import client_of, patch, post
from tests.factories import make_claim, make_review, make_user
from tests.together import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

PAIRS, PUBLICATIONS, KEYS, SENDS = 200, 50, 100, 5


def statuses(responses: Sequence[Any]) -> list[int]:
    return sorted(response.status_code for response in responses)


def test_of_two_who_save_one_draft_one_is_kept_and_the_other_told() -> None:
    reviewer = make_user()
    review = make_review(state="triaged")
    review.take(by=reviewer, now=review.changed_at)
    path = f"assignments/{Assignment.objects.get().pk}"
    clients = client_of(reviewer), client_of(reviewer)
    for number in range(1, PAIRS + 1):
        bodies = {"draft_rationale": f"{number} from the left"}, {"draft_rating": "true"}
        seen = {"If-Match": f'"v{number}"'}
        answers = together(
            [partial(patch, client, path, body, **seen) for client, body in zip(clients, bodies, strict=True)]
        )
        assert statuses(answers) == [200, 412]
        won, lost = sorted(answers, key=lambda answer: answer.status_code)
        assert lost.json()["current"] == won.json()
    assert Assignment.objects.get().revision == PAIRS + 1


def test_of_two_who_publish_one_claim_one_does_and_the_other_is_told() -> None:
    clients = [client_of(make_user(role="editor")) for _ in range(2)]
    for _ in range(PUBLICATIONS):
        review = make_review(claim=make_claim(), state="settled")
        path = f"reviews/{review.pk}/publish"
        answers = together([partial(post, client, path) for client in clients])
        assert statuses(answers) in ([200, 409], [200, 412])
    assert (Publication.objects.count(), Event.objects.filter(verb="review.publish").count()) == (
        PUBLICATIONS,
    ) * 2


def test_request_sent_five_times_at_once_is_done_once() -> None:
    user = make_user()
    clients = [client_of(user) for _ in range(SENDS)]
    answered: Counter[int] = Counter()
    for number in range(KEYS):
        body, key = {"title": f"Source {number}"}, {"Idempotency-Key": f"key-{number}"}
        answers = together([partial(post, client, "sources", body, **key) for client in clients])
        answered.update(statuses(answers))
        assert len({answer.content for answer in answers}) == 1
        assert [answer.headers.get("Idempotency-Replayed") for answer in answers].count("true") == SENDS - 1
    assert (answered, Source.objects.count(), Reply.objects.count()) == ({201: KEYS * SENDS}, KEYS, KEYS)


def verdict_on(review: Review) -> dict[str, Any]:
    piece = {"source": {"title": "Minutes"}, "stance": "supports"}
    return {"review": review.pk, "rating": "true", "rationale": "It says so.", "new_evidence": [piece]}


def test_both_verdicts_given_at_once_count() -> None:
    for _ in range(20):
        review = make_review(state="assigned")
        clients = [client_of(share.reviewer) for share in review.shares()]
        answers = together([partial(post, client, "verdicts", verdict_on(review)) for client in clients])
        assert statuses(answers) == [201, 201]
        assert Review.objects.get(pk=review.pk).state == "settled"
        assert Verdict.objects.of_review(review).count() == 2


def test_verdict_and_share_taken_at_once_do_not_wait_for_one_another() -> None:
    """A verdict with new evidence writes the audit trail before the review, a share the review before the trail."""
    for _ in range(20):
        review, first = make_review(state="triaged"), make_user()
        review.take(by=first, now=review.changed_at)
        give = partial(post, client_of(first), "verdicts", verdict_on(review))
        take = partial(post, client_of(make_user()), f"reviews/{review.pk}/take")
        assert statuses(together([give, take])) == [200, 201]


def test_places_of_a_review_are_not_taken_twice() -> None:
    for _ in range(10):
        review = make_review(state="triaged")
        clients = [client_of(make_user()) for _ in range(4)]
        answers = together([partial(post, client, f"reviews/{review.pk}/take") for client in clients])
        assert (statuses(answers), len(Review.objects.get(pk=review.pk).shares())) == (
            [200, 200, 409, 409],
            2,
        )


def test_audit_trail_is_one_unbroken_chain_afterwards() -> None:
    review = make_review(state="triaged")
    clients = [client_of(make_user()) for _ in range(4)]
    for number in range(5):
        together([partial(post, client, "sources", {"title": str(number)}) for client in clients])
    assert review.state == "triaged"
    previous = ""
    for event in Event.objects.order_by("seq"):
        assert (event.previous_hash, event.hash) == (previous, event.digest())
        previous = event.hash
