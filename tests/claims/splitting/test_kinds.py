import pytest

from claims.splitting import Claim, split


def kinds(text: str) -> list[str]:
    return [claim.kind for claim in split(text).claims]


def only(text: str) -> Claim:
    (claim,) = split(text).claims
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke.",
        # one word that judges makes no opinion of a fact
        "The best-selling book of 2019 was written by a nun.",
        "The firm won the prize for the best film.",
        "Sales were better than in 2019.",
        "It was the worst drought since 1976.",
        "The right wing of the museum burned down.",
        "The good ship Hope sank.",
        "The Great Wall is 21,000 km long.",
        "The will was read on Friday.",
        "The driver must have slept.",
        "The law requires banks to report transfers.",
        "Drivers had to wait two hours.",
        "The firm said it would have won.",
        "The rule was expected to change in 2019.",
    ],
)
def test_a_fact_is_a_claim(text: str) -> None:
    assert {(claim.kind, claim.checkable) for claim in split(text).claims} == {("claim", True)}


@pytest.mark.parametrize(
    "text",
    [
        "The film is boring.",
        "The war was a tragedy.",
        "Ana Reyes is the best singer of the decade.",
        "I believe the judge was biased.",
        "In my view, the referee was wrong.",
        "The verdict seems unfair.",
    ],
)
def test_a_judgement_is_an_opinion(text: str) -> None:
    assert (only(text).kind, only(text).checkable) == ("opinion", False)


@pytest.mark.parametrize(
    "text",
    [
        "The plant will close in 2027.",
        "Inflation is expected to reach 4 percent.",
        "Copper is likely to become scarcer.",
        "The dam is going to break.",
        "The train is due to leave at noon.",
    ],
)
def test_what_lies_ahead_is_a_prediction(text: str) -> None:
    assert (only(text).kind, only(text).checkable) == ("prediction", False)


@pytest.mark.parametrize(
    "text",
    [
        "Ministers must publish the report.",
        "Taxes ought to be lower.",
        "Pay the bill now.",
        "The council needs to close the road.",
    ],
)
def test_what_ought_to_be_is_a_directive(text: str) -> None:
    assert (only(text).kind, only(text).checkable) == ("directive", False)


def test_a_question_asks() -> None:
    assert kinds("Who stole the crown?") == ["question"]


def test_a_fact_with_a_judgement_in_it_is_kept() -> None:
    claim = only("The disastrous 2018 tax cut cost the state $3bn.")
    assert (claim.kind, claim.disposition, claim.checkable) == ("mixed", "claim", True)


def test_a_prediction_says_whose_it_is_and_when_it_is_due() -> None:
    claim = next(
        claim
        for claim in split("Analysts predict that rents will fall by 2030.").claims
        if claim.kind == "prediction"
    )
    assert claim.reasons[-2:] == ("predicted by Analysts", "due 2030")


def test_what_was_foretold_in_the_past_is_a_prediction_of_its_source() -> None:
    claims = split("The mayor promised that fares would fall.").claims
    assert [(claim.kind, claim.reasons[-1]) for claim in claims if claim.attribution] == [
        ("prediction", "predicted by The mayor")
    ]


def test_a_sentence_that_only_tells_who_speaks_is_a_marker() -> None:
    statements = split("The mayor continued:\n\n“The dam is old.”").statements
    assert statements[0].disposition == "quotation_marker"


def test_hedges_stay_in_the_claim_and_are_listed() -> None:
    claim = only("About 40 people were reportedly hurt.")
    assert (claim.text, claim.hedges) == ("About 40 people were reportedly hurt.", ("About", "reportedly"))


@pytest.mark.parametrize(
    "text", ["The plan was about money.", "The dam broke in May.", "The mayor appeared at noon."]
)
def test_words_that_only_look_like_hedges_are_not_listed(text: str) -> None:
    assert only(text).hedges == ()


@pytest.mark.xfail(strict=True, reason="irony is not in the words")
def test_irony_is_a_judgement() -> None:
    assert kinds("That went well.") == ["opinion"]
