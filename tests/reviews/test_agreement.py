"""The figures are those that the authors of the coefficients published, and behave as their definitions say."""

import random
import time
from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews import agreement
from reviews.agreement import Figure, Figures, cohen, everybody, figures, one_beside

PATIENCE = 15.0  # seconds of processor time, watched for coverage; without it takes one or two

Table = Sequence[Sequence[int]]

# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability": A, binary data of two observers; B, nominal data of
# two observers; C, data of four observers with missing values (0).
BINARY = ([1, 2, 1, 1, 1, 1, 1, 1, 2, 1], [2, 2, 2, 1, 1, 2, 1, 1, 1, 1])
NOMINAL = (
    [ord(letter) for letter in "aabbdcccedda"],
    [ord(letter) for letter in "babbbccceddd"],
)
FOUR_OBSERVERS = (
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
)
# Fleiss 1971, table 1: how many of six psychiatrists gave each of 30 patients one of five diagnoses.
FLEISS_1971 = (
    "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
    "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
    "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006",
)  # fmt: skip
# The worked example of Fleiss' kappa that textbooks and libraries share: fourteen raters, ten subjects.
FOURTEEN_RATERS = (
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
)  # fmt: skip
# Cohen 1960, table 2 b: how often judge A (across) and judge B (down) chose each of three categories.
COHEN_1960 = ((88, 14, 18), (10, 40, 10), (2, 6, 12))


def told(claims: Table, *, with_intervals: bool = False) -> Figures:
    """The figures of claims, each with its verdicts; 0 is none."""
    units = [everybody(tuple(rating for rating in claim if rating)) for claim in claims]
    return figures(units, units, with_intervals=with_intervals)


def by_claim(reviewers: Table) -> list[tuple[int, ...]]:
    return list(zip(*reviewers, strict=True))


def from_counts(rows: Table) -> list[list[int]]:
    return [[rating for rating, times in enumerate(row, 1) for _ in range(times)] for row in rows]


def value(figure: Figure) -> float:
    assert figure.value is not None
    return figure.value


def bounds(figure: Figure) -> tuple[float, float]:
    assert figure.low is not None
    assert figure.high is not None
    return figure.low, figure.high


def width(figure: Figure) -> float:
    low, high = bounds(figure)
    return high - low


class TestPublished:
    def test_krippendorff_2011_binary_data_of_two_observers(self) -> None:
        assert round(value(told(by_claim(BINARY)).alpha_nominal), 3) == 0.095

    def test_krippendorff_2011_nominal_data_of_two_observers(self) -> None:
        assert round(value(told(by_claim(NOMINAL)).alpha_nominal), 3) == 0.692

    def test_krippendorff_2011_four_observers_with_missing_values(self) -> None:
        found = told(by_claim(FOUR_OBSERVERS))
        assert round(value(found.alpha_nominal), 3) == 0.743
        assert round(value(found.alpha_ordinal), 3) == 0.815

    def test_cohen_1960_two_judges(self) -> None:
        pairs = [
            (one, other)
            for other, row in enumerate(COHEN_1960)
            for one, times in enumerate(row)
            for _ in range(times)
        ]
        assert round(value(cohen(pairs)), 3) == 0.492

    def test_fleiss_1971_psychiatric_diagnoses(self) -> None:
        found = told(from_counts([[int(times) for times in row] for row in FLEISS_1971]))
        assert (found.claims, round(value(found.fleiss), 3)) == (30, 0.430)

    def test_fleiss_fourteen_raters(self) -> None:
        found = told(from_counts(FOURTEEN_RATERS))
        assert (round(value(found.percent), 3), round(value(found.fleiss), 3)) == (0.378, 0.210)

    def test_fleiss_as_gwet_has_it_for_unequal_numbers_of_raters(self) -> None:
        """The four observers' eleven units that two or more rated; irrCAC, Gwet's own library, gives 0.76248."""
        assert round(value(told(by_claim(FOUR_OBSERVERS)).fleiss), 5) == 0.76248


def alpha_by_definition(claims: Table, *, ordinal: bool) -> float:
    """Krippendorff's alpha from every single pair of values, as slow as it is plain."""
    units = [[rating for rating in claim if rating] for claim in claims]
    units = [unit for unit in units if len(unit) > 1]
    values = [rating for unit in units for rating in unit]

    def apart(one: int, other: int) -> float:
        if not ordinal:
            return float(one != other)
        low, high = sorted((one, other))
        between = sum(low <= rating <= high for rating in values)
        return float((between - (values.count(one) + values.count(other)) / 2) ** 2)

    observed = sum(apart(*pair) / (len(unit) - 1) for unit in units for pair in permutations(unit, 2)) / len(
        values
    )
    expected = sum(apart(*pair) for pair in permutations(values, 2)) / (len(values) * (len(values) - 1))
    return 1 - observed / expected


some_claims = st.integers(2, 4).flatmap(
    lambda reviewers: st.lists(
        st.lists(st.integers(0, 4), min_size=reviewers, max_size=reviewers), min_size=2, max_size=8
    )
)


def alike(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None:
        return one == other
    return one.value == pytest.approx(other.value)


class TestDefinitions:
    @given(some_claims)
    @settings(max_examples=150, deadline=None)
    def test_alpha_is_what_every_single_pair_comes_to(self, claims: list[list[int]]) -> None:
        found = told(claims)
        for figure, ordinal in ((found.alpha_nominal, False), (found.alpha_ordinal, True)):
            if figure.value is not None:
                assert figure.value == pytest.approx(alpha_by_definition(claims, ordinal=ordinal))

    @given(some_claims, st.permutations([1, 2, 3, 4]))
    @settings(max_examples=100, deadline=None)
    def test_other_names_for_the_ratings_change_nothing_where_order_does_not_count(
        self, claims: list[list[int]], names: list[int]
    ) -> None:
        renamed = [[names[rating - 1] if rating else 0 for rating in claim] for claim in claims]
        before, after = told(claims), told(renamed)
        assert alike(before.percent, after.percent)
        assert alike(before.fleiss, after.fleiss)
        assert alike(before.alpha_nominal, after.alpha_nominal)

    @given(some_claims)
    @settings(max_examples=100, deadline=None)
    def test_numbers_of_the_order_count_by_their_order_alone(self, claims: list[list[int]]) -> None:
        stretched = [[rating**3 for rating in claim] for claim in claims]
        assert told(claims) == told(stretched)

    @given(some_claims, st.randoms(use_true_random=False))
    @settings(max_examples=100, deadline=None)
    def test_who_is_named_first_changes_nothing(self, claims: list[list[int]], order: random.Random) -> None:
        shuffled = [order.sample(claim, len(claim)) for claim in claims]
        order.shuffle(shuffled)
        assert told(shuffled) == told(claims)

    @given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=12))
    @settings(max_examples=100, deadline=None)
    def test_cohen_is_the_same_from_either_side(self, pairs: list[tuple[int, int]]) -> None:
        assert alike(cohen(pairs), cohen([(other, one) for one, other in pairs]))

    @given(some_claims)
    @settings(max_examples=100, deadline=None)
    def test_no_figure_is_above_one_and_each_has_a_value_or_a_reason(self, claims: list[list[int]]) -> None:
        found = told(claims)
        for figure in (found.percent, found.fleiss, found.alpha_nominal, found.alpha_ordinal):
            assert (figure.value is None) == (figure.reason != "")
            assert figure.value is None or figure.value <= 1 + 1e-12

    def test_one_reviewer_beside_the_others_leaves_out_what_the_others_make_of_one_another(self) -> None:
        unit = one_beside(1, (1, 2, 2))
        assert (unit.pairs, unit.verdicts) == (((1, 1, 1), (1, 2, 2)), 6)
        assert one_beside(1, (2,)) == everybody((1, 2))

    def test_claim_with_one_verdict_changes_nothing(self) -> None:
        assert told([*by_claim(BINARY), (2, 0), (0, 0)]) == told(by_claim(BINARY))

    def test_verdicts_off_the_order_are_missing_for_the_ordinal_alpha_alone(self) -> None:
        claims = by_claim(BINARY)
        off = figures(
            [everybody(claim) for claim in [*claims, (8, 9)]], [everybody(claim) for claim in [*claims, ()]]
        )
        assert off.alpha_ordinal == told(claims, with_intervals=True).alpha_ordinal
        assert (off.claims, value(off.alpha_nominal) < value(told(claims).alpha_nominal)) == (11, False)


class TestDegenerate:
    @pytest.mark.parametrize(
        ("claims", "percent", "reason"),
        [
            ([], None, agreement.NO_PAIR),
            ([(1, 0), (0, 2)], None, agreement.NO_PAIR),
            ([(1, 2)], 0.0, agreement.ONE_CLAIM),
            ([(1, 1)], 1.0, agreement.ONE_CLAIM),
            ([(1, 1)] * 20, 1.0, agreement.ONE_RATING),
        ],
    )
    def test_what_cannot_be_told_says_why(
        self, claims: list[tuple[int, int]], percent: float | None, reason: str
    ) -> None:
        found = told(claims, with_intervals=True)
        assert found.percent.value == percent
        assert found.fleiss == found.alpha_nominal == found.alpha_ordinal == Figure(reason=reason)
        assert cohen([claim for claim in claims if 0 not in claim]) == Figure(reason=reason)

    def test_reviewers_who_never_agree_get_figures_below_zero(self) -> None:
        found = told([(1, 2)] * 4)
        assert (found.percent.value, found.fleiss.value, found.alpha_nominal.value) == (0.0, -1.0, -0.75)


class TestInterval:
    def test_few_claims_have_none(self) -> None:
        found = told(by_claim(BINARY)[:9], with_intervals=True)
        assert (found.percent.low, found.percent.reason) == (None, agreement.TOO_FEW)

    def test_full_agreement_has_none(self) -> None:
        found = told([(1, 1), (2, 2)] * 10, with_intervals=True)
        assert found.alpha_nominal == Figure(1.0, reason=agreement.ALWAYS_THE_SAME)

    def test_it_is_the_same_each_time_whatever_the_order_of_the_claims(self) -> None:
        claims = by_claim(FOUR_OBSERVERS)
        assert told(claims, with_intervals=True) == told(claims[::-1], with_intervals=True)

    def test_it_is_that_of_drawing_claims_with_replacement(self) -> None:
        """Efron's bootstrap, with which Krippendorff's alpha is usually given, comes to the same bounds."""
        drawing = random.Random(7)  # noqa: S311
        claims = [
            (rating, rating if drawing.random() < 0.7 else 1) for rating in drawing.choices((1, 2, 3), k=150)
        ]
        drawn = sorted(value(told(drawing.choices(claims, k=150)).alpha_nominal) for _ in range(600))
        found = told(claims, with_intervals=True).alpha_nominal
        assert bounds(found) == pytest.approx((drawn[15], drawn[584]), abs=0.03)

    def test_more_claims_make_it_narrower(self) -> None:
        claims = by_claim(NOMINAL)
        few, many = (told(claims * times, with_intervals=True).alpha_nominal for times in (1, 100))
        assert width(many) * 5 < width(few)

    @pytest.mark.parametrize("reviewers", [2, 5])
    def test_ten_thousand_claims_are_compared_in_bounded_time(self, reviewers: int) -> None:
        drawing = random.Random(5)  # noqa: S311
        claims = [drawing.choices((1, 2, 3, 4, 5, 6), (9, 4, 3, 2, 1, 1), k=reviewers) for _ in range(10_000)]
        began = time.process_time()
        found = told(claims, with_intervals=True)
        assert (found.claims, time.process_time() - began < PATIENCE) == (10_000, True)

    def test_cohen_has_one_too(self) -> None:
        found = cohen(list(combinations([1, 1, 2, 2, 3, 3], 2)) + [(1, 1)] * 10)
        low, high = bounds(found)
        assert low < value(found) < high
