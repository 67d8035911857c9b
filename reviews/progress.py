"""How far the checking of an article is."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reviews.models import Review
from reviews.workflow import AT_REST, State

if TYPE_CHECKING:
    from claims.models import Article


class Progress:
    """Counts of an article's claims by work state, as a desk speaks of them."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self.total = sum(counts.values())
        self.published = counts.get(State.PUBLISHED, 0)
        self.settled = counts.get(State.SETTLED, 0)
        self.done = sum(counts.get(state, 0) for state in AT_REST)
        self.untriaged = counts.get(State.NEW, 0)
        self.left = self.total - self.done

    @property
    def words(self) -> str:
        if not self.total:
            return "no claims to check"
        parts = [f"{self.done} of {self.total} checked"]
        parts += [f"{self.published} published"] if self.published else []
        parts += [f"{self.untriaged} new"] if self.untriaged else []
        return " · ".join(parts)


def of_articles(articles: "Iterable[Article]") -> dict[int, Progress]:
    """The progress of each of these articles, in one query."""
    ids = [article.pk for article in articles]
    counts: dict[int, dict[str, int]] = {key: {} for key in ids}
    for article_id, state, number in Review.objects.counts_of_articles(ids):
        counts[article_id][state] = number
    return {key: Progress(found) for key, found in counts.items()}
