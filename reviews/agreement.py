"""How far reviewers agree: percent, Cohen's and Fleiss' kappa, Krippendorff's alpha, each with an interval.

Plain Python on purpose. The library that is kept for alpha, `krippendorff`, is under the GPL and loads NumPy, which no
web process of a desk carries; scikit-learn and statsmodels, which have the kappas, cost three seconds and 120 MB.
The formulas are those of

- Cohen 1960, "A coefficient of agreement for nominal scales";
- Fleiss 1971, "Measuring nominal scale agreement among many raters", for claims with unequal numbers of verdicts as
  Gwet 2014 (Handbook of Inter-Rater Reliability) has it: the mean over claims of the share of pairs that agree, and
  the mean over claims of each rating's share. With equal numbers that is Fleiss' own;
- Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", nominal and ordinal;
- Rubin 1981, "The Bayesian bootstrap", for the intervals.

Tests hold them against the examples that these authors published.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations
from operator import mul, truediv
from statistics import quantiles

# Resamples behind an interval; fewer where claims differ so much from one another that a page would have to wait.
MOST_RESAMPLES, FEWEST_RESAMPLES, WORK = 1_000, 200, 100_000
SEED = 1960
# Below this many claims an interval would promise what so few cannot tell.
FEWEST_CLAIMS = 10

NO_PAIR = "No claim has two verdicts that could be compared."
ONE_CLAIM = "One claim is too few to tell agreement from chance."
ONE_RATING = "All verdicts say the same, so nothing tells agreement from chance. Read the percentage."
TOO_FEW = f"An interval needs {FEWEST_CLAIMS} claims or more."
ALWAYS_THE_SAME = "Resampling gives the same figure each time, which says nothing of how certain it is."

Weights = Sequence[float]
Measure = Callable[[Weights], tuple[float, ...]]


@dataclass(frozen=True)
class Figure:
    """A value with the bounds of its 95 percent interval; `reason` says why the value, or else the interval, is
    missing."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""


@dataclass(frozen=True)
class Figures:
    """What is told of a number of claims. `pairs` counts their verdicts two by two."""

    claims: int
    pairs: int
    percent: Figure
    fleiss: Figure
    alpha_nominal: Figure
    alpha_ordinal: Figure


@dataclass(frozen=True, order=True)
class Unit:
    """What was said of one claim: (rating, rating, how many pairs), the lower rating first, and how many verdicts the
    pairs are made of. Ratings are numbers; where their order counts, it is the scale's."""

    pairs: tuple[tuple[int, int, int], ...]
    verdicts: int


@lru_cache(maxsize=4096)
def everybody(ratings: tuple[int, ...]) -> Unit:
    """Each verdict on a claim beside each other one."""
    found = Counter(combinations(sorted(ratings), 2))
    return Unit(tuple(sorted((*pair, number) for pair, number in found.items())), len(ratings))


@lru_cache(maxsize=4096)
def one_beside(own: int, others: tuple[int, ...]) -> Unit:
    """One reviewer's verdict on a claim beside each of the others'."""
    found = Counter((min(own, other), max(own, other)) for other in others)
    return Unit(tuple(sorted((*pair, number) for pair, number in found.items())), 2 * len(others))


def figures(units: Iterable[Unit], on_order: Iterable[Unit], *, with_intervals: bool = True) -> Figures:
    """All figures of these claims. `on_order` are the same claims with those verdicts only that stand on the scale's
    order, as numbers in that order: for the ordinal alpha the others are missing."""
    said, ordered = _Patterns(units), _Patterns(on_order)
    percent, fleiss, nominal = said.estimates(said.unordered, 3, with_intervals=with_intervals)
    (ordinal,) = ordered.estimates(ordered.ordered, 1, with_intervals=with_intervals)
    pairs = int(_dot(said.sizes, said.pairs))
    if percent.value is None and pairs:  # how often they agreed is known where chance is not
        lacking = TOO_FEW if said.claims < FEWEST_CLAIMS else ALWAYS_THE_SAME
        agreeing = _dot(said.sizes, said.agreeing)
        percent = Figure(agreeing / pairs, reason=lacking if with_intervals else "")
    return Figures(said.claims, pairs, percent, fleiss, nominal, ordinal)


class _Patterns:
    """Claims of which the same was said are counted together: a resample then weighs some dozens of patterns, however
    many claims there are. The lists have one number for each pattern."""

    def __init__(self, units: Iterable[Unit]) -> None:
        counted = sorted(Counter(unit for unit in units if unit.pairs).items())
        self.sizes = [size for _, size in counted]
        self.claims = sum(self.sizes)
        self.verdicts = [unit.verdicts for unit, _ in counted]
        said = [{(one, other): number for one, other, number in unit.pairs} for unit, _ in counted]
        self.ratings = sorted({rating for pairs in said for pair in pairs for rating in pair})
        self.pairs = [sum(pairs.values()) for pairs in said]
        # Pairs of which both say the same, and their share; each rating's share of the verdicts.
        self.agreeing = [sum(n for (one, other), n in pairs.items() if one == other) for pairs in said]
        self.agreed = list(map(truediv, self.agreeing, self.pairs))
        self.shares = [
            [sum(n * pair.count(rating) for pair, n in pairs.items()) / 2 / all_pairs
             for pairs, all_pairs in zip(said, self.pairs, strict=True)]
            for rating in self.ratings
        ]  # fmt: skip
        # Krippendorff's coincidences of ratings that differ, in which each verdict counts once.
        self.coincidences = {
            both: [pairs.get((self.ratings[both[0]], self.ratings[both[1]]), 0) * verdicts / 2 / all_pairs
                   for pairs, verdicts, all_pairs in zip(said, self.verdicts, self.pairs, strict=True)]
            for both in combinations(range(len(self.ratings)), 2)
        }  # fmt: skip

    def unordered(self, weights: Weights) -> tuple[float, float, float]:
        """Percent, Fleiss' kappa and nominal alpha."""
        claims, pairs = sum(weights), _dot(weights, self.pairs)
        chance = sum((_dot(weights, share) / claims) ** 2 for share in self.shares)
        given = list(map(mul, weights, self.verdicts))
        verdicts = sum(given)
        observed = verdicts - _dot(given, self.agreed)
        expected = verdicts**2 - sum(_dot(given, share) ** 2 for share in self.shares)
        return (
            _dot(weights, self.agreeing) / pairs,
            (_dot(weights, self.agreed) / claims - chance) / (1 - chance),
            1 - (verdicts - 1) * observed / expected,
        )

    def ordered(self, weights: Weights) -> tuple[float]:
        """Ordinal alpha. Two ratings are as far apart as there are verdicts from the middle of the one to the middle
        of the other."""
        given = list(map(mul, weights, self.verdicts))
        times = [_dot(given, share) for share in self.shares]
        middles = [up_to - number / 2 for up_to, number in zip(accumulate(times), times, strict=True)]
        observed = expected = 0.0
        for (one, other), coincidence in self.coincidences.items():
            apart = (middles[other] - middles[one]) ** 2
            observed += apart * _dot(weights, coincidence)
            expected += apart * times[one] * times[other]
        return (1 - (sum(given) - 1) * observed / expected,)

    def estimates(self, measure: Measure, number: int, *, with_intervals: bool) -> list[Figure]:
        """What `measure` gives, `number` figures; or the reason why there can be none."""
        lacking = _lacking(self.claims, len(self.ratings))
        if lacking:
            return [Figure(reason=lacking)] * number
        return _estimates(self.sizes, measure, with_intervals=with_intervals)


def cohen(pairs: Iterable[tuple[int, int]], *, with_intervals: bool = True) -> Figure:
    """Cohen's kappa of two reviewers, from what the one and the other said of each claim that both rated."""
    counted = sorted(Counter(pairs).items())
    sizes = [size for _, size in counted]
    ratings = {rating for pair, _ in counted for rating in pair}
    lacking = _lacking(sum(sizes), len(ratings))
    if lacking:
        return Figure(reason=lacking)
    alike = [one == other for (one, other), _ in counted]
    by_one = [[one == rating for (one, _), _ in counted] for rating in ratings]
    by_other = [[other == rating for (_, other), _ in counted] for rating in ratings]

    def kappa(weights: Weights) -> tuple[float]:
        claims = sum(weights)
        met = [_dot(weights, one) * _dot(weights, other) for one, other in zip(by_one, by_other, strict=True)]
        chance = sum(met) / claims**2
        return ((_dot(weights, alike) / claims - chance) / (1 - chance),)

    return _estimates(sizes, kappa, with_intervals=with_intervals)[0]


def _lacking(claims: int, ratings: int) -> str:
    if claims < 2:
        return ONE_CLAIM if claims else NO_PAIR
    return ONE_RATING if ratings < 2 else ""


def _estimates(sizes: Sequence[int], measure: Measure, *, with_intervals: bool) -> list[Figure]:
    values = measure(sizes)
    if not with_intervals or sum(sizes) < FEWEST_CLAIMS:
        return [Figure(value, reason=TOO_FEW if with_intervals else "") for value in values]
    return [
        Figure(value, *bounds) if bounds[1] - bounds[0] > 1e-9 else Figure(value, reason=ALWAYS_THE_SAME)
        for value, bounds in zip(values, _bounds(sizes, measure), strict=True)
    ]


def _bounds(sizes: Sequence[int], measure: Measure) -> list[tuple[float, float]]:
    """The 2.5 and 97.5 percentiles over resamples of the claims, the same each time for the same claims.

    A resample gives each claim a weight drawn from an exponential distribution, instead of the number of times that it
    was drawn (Rubin's bootstrap). The weights of `size` claims that are alike add up to one draw from a gamma
    distribution, so that ten thousand claims cost as much as a hundred. No resample lacks a rating altogether.
    """
    drawing, claims = random.Random(SEED), sum(sizes)  # noqa: S311 (nobody is to be kept from guessing)
    found = []
    for _ in range(max(FEWEST_RESAMPLES, min(MOST_RESAMPLES, WORK // len(sizes)))):
        drawn = [drawing.gammavariate(size, 1) for size in sizes]
        scale = claims / sum(drawn)
        found.append(measure([weight * scale for weight in drawn]))
    cuts = [quantiles(values, n=40) for values in zip(*found, strict=True)]
    return [(cut[0], cut[-1]) for cut in cuts]


def _dot(weights: Iterable[float], values: Iterable[float]) -> float:
    total: float = sum(map(mul, weights, values))
    return total
