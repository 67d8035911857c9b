"""One measurement, in a process of its own: fills the database that the environment names and prints a table."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402 -- models are there once Django is set up
from django.test import Client, override_settings  # noqa: E402

from bench.web.filling import fill  # noqa: E402
from bench.web.measuring import Measure, answered, counted_queries, measure, peak_memory  # noqa: E402
from claims.models import Article, User  # noqa: E402
from config.static import collect_if_changed  # noqa: E402
from reviews.exports import FORMATS, Selection, format_named  # noqa: E402
from reviews.exports.permalinks import permalink  # noqa: E402
from reviews.models import Evidence, Rating, Review  # noqa: E402


def client_of(username: str) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(username=username))
    return client


@contextmanager
def bare() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF="bench.web.bare", MIDDLEWARE=[]):
        yield Client(SERVER_NAME="127.0.0.1")


def pages(rounds: int) -> Iterator[tuple[str, Measure, Measure | None]]:
    reviewer, editor = client_of("reviewer0"), client_of("editor")
    articles = list(Article.objects.order_by("pk").values_list("pk", flat=True)[: rounds + 2])
    claims = list(
        Review.objects.in_state("published").order_by("pk").values_list("claim_id", flat=True)[: rounds + 1]
    )

    def times(client: Client, address: str) -> Measure:
        return measure([lambda: answered(client.get(address))] * (rounds + 2))

    def each(client: Client, addresses: list[str]) -> Measure:
        return measure([lambda address=address: answered(client.get(address)) for address in addresses])

    with bare() as plain:
        beside = {name: times(plain, f"/{name}/") for name in ("articles", "reviews", "next")}
        beside["claims"] = each(plain, [f"/claims/{claim}/" for claim in claims])
    yield "list: articles", times(editor, "/articles/"), beside["articles"]
    yield "list: articles, searched", times(editor, "/articles/?q=library+2019"), None
    yield "list: an article's page", each(editor, [f"/articles/{article}/" for article in articles]), None
    yield "list: reviews (API)", times(editor, "/api/v1/reviews/"), beside["reviews"]
    yield "list: published (public)", times(Client(SERVER_NAME="127.0.0.1"), "/published/"), None
    yield "next: my queue", times(reviewer, "/queue/"), beside["next"]
    yield "next: an editor's, to triage", times(editor, "/queue/?show=triage"), None
    yield "next: an editor's, to publish", times(editor, "/queue/?show=publish"), None
    yield "a claim's page", each(reviewer, [f"/claims/{claim}/" for claim in claims]), beside["claims"]


def verdict(rounds: int) -> tuple[str, Measure, Measure]:
    """Each verdict is the first of a review of its own."""
    person = User.objects.get(username="reviewer0")
    waiting = Review.objects.in_state("assigned").with_share_of(person).order_by("pk")
    needed = 2 * (rounds + 2)
    reviews = list(waiting.select_related("claim")[:needed])
    while len(reviews) < needed:  # a small desk has fewer that wait for him
        review = Review.objects.in_state("triaged").order_by("pk").select_related("claim", "policy")[0]
        review.assign(by=User.objects.get(username="editor"), reviewer=person, now=review.changed_at)
        reviews.append(review)
    rating = Rating.objects.get(slug="true").pk
    sent = {}
    for review in reviews:
        piece = Evidence.objects.of_review(review).first() or Evidence.objects.create(
            review=review, source_id=Evidence.objects.values_list("source_id", flat=True)[0], stance="supports",
            added_by=person, created_at=review.changed_at,
        )  # fmt: skip
        sent[review.claim_id] = {
            "rating": rating,
            "rationale": "The minutes say so.",
            "evidence": piece.pk,
            "revision": 1,
        }
    half = list(sent)[: rounds + 2], list(sent)[rounds + 2 :]
    client = client_of("reviewer0")
    given = measure(
        [
            lambda c=claim: answered(client.post(f"/claims/{c}/submit/", sent[c]), status=302)
            for claim in half[0]
        ]
    )
    with bare() as plain:
        beside = measure(
            [lambda c=claim: answered(plain.post(f"/verdict/{c}/", sent[c])) for claim in half[1]]
        )
    return "verdict", given, beside


def export(name: str) -> dict[str, Any]:
    """In a process of its own, so that the memory is that of the export alone."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.web.run", "--export", name], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def measure_export(name: str) -> dict[str, Any]:
    # What any process of the desk holds once it has answered something: its addresses, a connection.
    permalink(0), Review.objects.exists()
    idle, size = peak_memory(), 0
    with counted_queries() as asked:
        began, ran = time.perf_counter(), time.process_time()
        for piece in bare_export() if name == "bare" else format_named(name).write(Selection()):
            size += len(piece)
        took, busy = time.perf_counter() - began, time.process_time() - ran
    return {
        "seconds": took,
        "busy": busy,
        "bytes": size,
        "queries": len(asked),
        "idle": idle,
        "peak": peak_memory(),
    }


def bare_export() -> Iterator[bytes]:
    with bare() as plain:
        yield from answered(plain.get("/export/")).streaming_content


def shown(found: Measure | None) -> str:
    if found is None:
        return "| | | | "
    return f"| {found.queries} | {found.p50:.1f} | {found.p95:.1f} | {found.busy:.1f} "


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--export", default="")
    asked = parser.parse_args()
    if asked.export:
        print(json.dumps(measure_export(asked.export)))
        return
    call_command("migrate", verbosity=0)
    collect_if_changed()
    if not Article.objects.exists():
        fill(asked.claims)
    rows = Review.objects.ruled().count()
    print(
        "| | queries | p50 ms | p95 ms | busy ms | bare: queries | p50 ms | p95 ms | busy ms |"
        "\n|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
    for name, found, beside in (*pages(asked.rounds), verdict(asked.rounds)):
        print(f"| {name} {shown(found)}{shown(beside)}|", flush=True)
    print(f"\n{rows:,} claims with a ruling:\n")
    print("| export | seconds | rows a second | busy seconds | queries | MB | memory before | peak MB |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name in (*FORMATS, "bare"):
        found, of = export(name), asked.claims if name == "json" else rows
        cells = [
            name,
            f"{found['seconds']:.2f}",
            f"{of / found['seconds']:,.0f}",
            f"{found['busy']:.2f}",
            str(found["queries"]),
            f"{found['bytes'] / 1e6:.1f}",
            f"{found['idle']:.0f}",
            f"{found['peak']:.0f}",
        ]
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
