"""What was said: records of articles with their versions, and of claims with their anchors and reviews."""

from collections.abc import Iterator, Mapping

from claims.models import Anchor, Article, Claim, Statement, Version
from reviews.exports.found import reviews_of
from reviews.exports.records import Record, grouped, named, records
from reviews.exports.selection import Selection

# How many at once: articles have whole texts in them, claims have not.
ARTICLES, CLAIMS = 20, 500
_ARTICLE = named("id", "title", "byline", "outlet", "url", "published_on", "language", "created_at")
_VERSION = named("id", "number", "sha256", "created_at", "text")
_STATEMENT = named("ordinal", "start", "end", "disposition", "reason")
_CLAIM = named(
    "position", "text", "kind", "disposition", "checkable", "worth", "reasons", "attribution", "dates", "quantities",
    "hedges", "link", "rules", "level", "origin", "created_at", claim_id="id", article="article_id",
)  # fmt: skip
_ANCHOR = named("start", "end", "spans", "quote", "prefix", "suffix", "state", version="version__number")


def articles(selection: Selection) -> Iterator[list[Record]]:
    chosen = Article.objects.in_order_of_arrival()
    if selection.article is not None:
        chosen = chosen.numbered(selection.article)
    last = 0
    while chunk := records(chosen.after(last)[:ARTICLES], _ARTICLE):
        last = chunk[-1]["id"]
        of_chunk = Version.objects.of_articles([article["id"] for article in chunk]).oldest_first()
        versions = grouped(of_chunk, _VERSION, by="article_id")
        ids = [version["id"] for group in versions.values() for version in group]
        statements = grouped(Statement.objects.of_versions(ids).in_order(), _STATEMENT, by="version_id")
        for article in chunk:
            article["versions"] = [_version(version, statements) for version in versions[article["id"]]]
        yield chunk


def _version(version: Record, statements: Mapping[int, list[Record]]) -> Record:
    found = version | {"statements": statements.get(version["id"], [])}
    del found["id"]
    return found


def claims(selection: Selection) -> Iterator[list[Record]]:
    chosen = Claim.objects.in_article_order()
    if selection.article is not None:
        chosen = chosen.of_article_numbered(selection.article)
    if selection.since is not None:
        chosen = chosen.touched_since(selection.since)
    chunk = records(chosen[:CLAIMS], _CLAIM)
    while chunk:
        ids = [claim["claim_id"] for claim in chunk]
        anchors = grouped(Anchor.objects.of_claims(ids).oldest_version_first(), _ANCHOR, by="claim_id")
        reviews = reviews_of(ids, reader=selection.reader)
        for claim in chunk:
            claim["anchors"] = anchors[claim["claim_id"]]
            claim["review"] = reviews.get(claim["claim_id"])
        yield chunk
        last = chunk[-1]
        behind = chosen.behind(last["article"], last["position"], last["claim_id"])
        chunk = records(behind[:CLAIMS], _CLAIM)
