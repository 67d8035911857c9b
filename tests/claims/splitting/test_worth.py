import pytest

from claims.splitting import split

ARTICLE = """The mayor of Lund, Anna Berg, said on Tuesday that the city had lost 3.5 million euros in 2019.
The weather was nice. Rents in Lund rose 12 percent to 900 euros in March 2021. Many people like the park.
The council must act. It was built there. The bridge will close in 2030. Some say it may be unsafe.
Police arrested two men in Malmö on 4 May 2021 over the fire that killed nine people."""


def worth(text: str) -> float:
    return split(text).claims[0].worth


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Rents in Lund rose 12 percent in March 2021.", "Rents in Lund rose in March 2021."),
        ("Rents in Lund rose in March 2021.", "Rents in Lund rose."),
        ("Rents in Lund rose.", "Rents rose."),
        ("Rents in Lund rose 12 percent.", "Rents in Lund may have risen about 12 percent."),
        ("Nine people died in the fire in Lund.", "Nine people danced in the park in Lund."),
        ("The dam in Lund broke.", "The dam in Lund is beautiful."),
        ("The dam in Lund will break in 2030.", "The council must mend the dam in Lund by 2030."),
        ("The firm lost 3 million euros.", "It lost 3 million euros."),
    ],
)
def test_what_can_be_looked_up_is_worth_more(more: str, less: str) -> None:
    assert worth(more) > worth(less)


def test_what_is_said_is_worth_more_than_that_it_was_said() -> None:
    claims = {
        claim.text: claim.worth for claim in split("Lund claims that the dam lost 3 million litres.").claims
    }
    assert (
        claims["The dam lost 3 million litres."] > claims["Lund claims that the dam lost 3 million litres."]
    )


def test_worth_comes_with_its_reasons() -> None:
    assert split("Rents in Lund rose 12 percent in 2021.").claims[0].reasons == (
        "number",
        "measured change or share",
        "name",
        "date",
        "past event",
    )


def test_worth_spreads_over_an_article() -> None:
    found = sorted(claim.worth for claim in split(ARTICLE).claims)
    assert all(0 <= one <= 1 for one in found)
    assert found[0] < 0.15
    assert found[-1] > 0.7
    assert len(set(found)) > len(found) * 0.8
