"""What the public reads of an article: frozen publications, nothing else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reviews.models import Publication

# Claims on one public page.
PART = 100


@dataclass(frozen=True)
class PublishedArticle:
    """One line of the public list: the article as it was frozen last, and how its claims were rated."""

    article_id: int
    article: Mapping[str, Any]
    at: datetime
    ratings: Sequence[tuple[Mapping[str, Any], int]]
    withdrawn: int

    @property
    def claims(self) -> int:
        return sum(number for _, number in self.ratings)


def by_article(rows: Iterable[Mapping[str, Any]]) -> list[PublishedArticle]:
    """The articles of one page of the list, in one query."""
    found: dict[int, list[Publication]] = {row["article_id"]: [] for row in rows}
    for publication in Publication.objects.of_articles(found).in_force().oldest_first():
        found[publication.review.claim.article_id].append(publication)
    return [
        _summed_up(article_id, publications) for article_id, publications in found.items() if publications
    ]


def _summed_up(article_id: int, publications: Sequence[Publication]) -> PublishedArticle:
    newest = publications[-1]
    standing = [publication for publication in publications if not publication.is_withdrawn]
    ratings = {
        publication.frozen["rating"]["label"]: publication.frozen["rating"] for publication in standing
    }
    counts = Counter(publication.frozen["rating"]["label"] for publication in standing)
    return PublishedArticle(
        article_id=article_id,
        article=newest.frozen["article"],
        at=newest.created_at,
        ratings=[(ratings[label], number) for label, number in counts.most_common()],
        withdrawn=len(publications) - len(standing),
    )


@dataclass(frozen=True)
class PublishedPage:
    article: Mapping[str, Any]
    publications: Sequence[Publication]
    first: int
    next: int | None


def page_of_article(article_id: int, first: int) -> PublishedPage:
    """The claims of an article that the public sees, from the one at position `first` on."""
    rows = Publication.objects.of_article_id(article_id).in_force().from_position(first).with_all()
    found = list(rows.in_article_order()[: PART + 1])
    shown = found[:PART]
    newest = max(shown, key=lambda publication: (publication.created_at, publication.pk), default=None)
    return PublishedPage(
        article=newest.frozen["article"] if newest else {},
        publications=shown,
        first=first,
        next=found[PART].review.claim.position if len(found) > PART else None,
    )


def corrections_of(article_id: int) -> Sequence[Publication]:
    """Every correction of this article's claims, the newest first."""
    return list(Publication.objects.of_article_id(article_id).corrections().with_all().newest_first()[:PART])
