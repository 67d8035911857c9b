"""What the demo's reviewers find: as data, in the order of the article. Everybody and everything in it is made up."""

from dataclasses import dataclass
from typing import Literal

Stance = Literal["supports", "refutes", "mixed", "context"]


@dataclass(frozen=True)
class Record:
    """A source, and what it said when it was looked at."""

    title: str
    publisher: str
    url: str
    says: str
    kind: str = "document"
    is_primary: bool = True


@dataclass(frozen=True)
class Sighting:
    record: Record
    quote: str
    locator: str
    stance: Stance


@dataclass(frozen=True)
class Opinion:
    """A reviewer's verdict and the piece of evidence that it rests on."""

    rating: str
    rationale: str
    sighting: Sighting


@dataclass(frozen=True)
class Finding:
    """How a claim is dealt with: the opinions of the two reviewers, and how far it is taken.

    `words` stand in the article and in nothing that the claim does not say; by them the claim is found.
    """

    words: str
    opinions: tuple[Opinion, ...] = ()
    ruling: tuple[str, str, str] | None = None  # rating, summary, reasons of the adjudicator
    published: bool = False
    correction: tuple[str, str] | None = None  # the new summary, the note for the reader


ACCOUNT = Record(
    "Final account of the Kellan Bridge repairs",
    "Department of Works, Merrow",
    "https://works.merrow.example/kellan-bridge/final-account",
    "Kellan Bridge, renewal of hangers.\nFinal account of 27 February 2026: 41,218,000 crowns.\n"
    "Sum approved by the city council on 14 January 2025: 32,000,000 crowns.",
)
MINUTES = Record(
    "Minutes of the city council, 14 January 2025",
    "City of Merrow",
    "https://council.merrow.example/minutes/2025-01-14",
    "Item 6. The council approves 32 million crowns for the renewal of hangers on the Kellan Bridge.",
)
COUNT = Record(
    "Traffic count 2024",
    "Department of Works, Merrow",
    "https://works.merrow.example/counts/2024",
    "Kellan Bridge, both directions, mean of all days in 2024: 26,850 vehicles.\n"
    "Working days only: 28,120 vehicles.",
    kind="dataset",
)
SURVEY = Record(
    "Survey of members on the closure of the Kellan Bridge",
    "Port Employers' Association",
    "https://port-employers.example/survey-2025",
    "Questionnaires sent: 212. Returned: 31. Losses stated in the returned forms: 17.5 million crowns. "
    "Extrapolated to all members: 120 million crowns.",
)
STATISTICIAN = Record(
    "Conversation with Renate Holm, statistician",
    "University of Sall",
    "",
    "The firms that answer such a survey are the ones that lost most. You cannot multiply them up to all the others.",
    kind="person",
    is_primary=False,
)
AUDIT = Record(
    "Report 2026/3: Award of the Kellan Bridge contract",
    "City Auditors of Merrow",
    "https://auditors.merrow.example/2026-3",
    "The contract was awarded to Norrland Stahl. The file holds one offer. Letters inviting others were not found.",
)
REGISTER = Record(
    "Annual report 2024 of Norrland Stahl",
    "Companies register",
    "https://register.example/norrland-stahl/2024",
    "Employees at the end of the year: 868 (full-time equivalents 842). Turnover: 301.4 million crowns.",
)
POLICE = Record(
    "Accidents on the coastal road, 2023 to 2025",
    "Police of Merrow",
    "https://police.merrow.example/accidents/coastal-road",
    "Accidents: 2023: 24. 2024: 27. 2025: 41.\nPersons injured: 2024: 5. 2025: 11.",
    kind="dataset",
)
BUDGET = Record(
    "Budget of the city of Merrow, 2026",
    "City of Merrow",
    "https://council.merrow.example/budget/2026",
    "Fund 417, bridges. Balance on 1 January 2026: 18,040,000 crowns.",
)

FINDINGS = (
    Finding(
        "paid 41 million crowns for the repairs",
        (
            Opinion(
                "true",
                "The final account comes to 41.2 million crowns, 9.2 million more than the sum approved.",
                Sighting(
                    ACCOUNT, "Final account of 27 February 2026: 41,218,000 crowns.", "page 2", "supports"
                ),
            ),
            Opinion(
                "true",
                "Both sums are right: 32 million were approved in January 2025, and 41 million were paid.",
                Sighting(MINUTES, "The council approves 32 million crowns", "item 6", "supports"),
            ),
        ),
        published=True,
    ),
    Finding(
        "carries 28,000 vehicles a day",
        (
            Opinion(
                "true",
                "The count gives 28,120 vehicles for working days.",
                Sighting(COUNT, "Working days only: 28,120 vehicles.", "table 1", "supports"),
            ),
            Opinion(
                "mostly-true",
                "Over all days it is 26,850; 28,000 holds for working days only, which the article does not say.",
                Sighting(COUNT, "mean of all days in 2024: 26,850 vehicles.", "table 1", "mixed"),
            ),
        ),
        ruling=(
            "mostly-true",
            "The count gives 28,120 vehicles on working days and 26,850 over all days.",
            "“A day” without more means all days. The difference is five percent, so the claim stands with a remark.",
        ),
        published=True,
    ),
    Finding(
        "losses of its members at 120 million crowns",
        (
            Opinion(
                "misleading-in-context",
                "The association did name the sum, but it was multiplied up from 31 answers to 212 questionnaires.",
                Sighting(SURVEY, "Extrapolated to all members: 120 million crowns.", "page 9", "mixed"),
            ),
            Opinion(
                "misleading-in-context",
                "The members who answered stated 17.5 million. Nothing shows that the others lost as much.",
                Sighting(
                    STATISTICIAN, "You cannot multiply them up to all the others.", "by telephone", "context"
                ),
            ),
        ),
        published=True,
    ),
    Finding(
        "was awarded without a second offer",
        (
            Opinion(
                "true",
                "The auditors' report says that the file holds one offer.",
                Sighting(AUDIT, "The file holds one offer.", "paragraph 14", "supports"),
            ),
            Opinion(
                "true",
                "One offer, and no letters to others were found.",
                Sighting(AUDIT, "Letters inviting others were not found.", "paragraph 15", "supports"),
            ),
        ),
    ),
    Finding(
        "employs 870 people",
        (
            Opinion(
                "true",
                "The annual report gives 868 employees at the end of 2024.",
                Sighting(REGISTER, "Employees at the end of the year: 868", "page 31", "supports"),
            ),
            Opinion(
                "true",
                "868, which rounds to 870.",
                Sighting(REGISTER, "Employees at the end of the year: 868", "page 31", "supports"),
            ),
        ),
        published=True,
        correction=(
            "The annual report gives 868 employees at the end of 2024, counted by heads; full-time posts are 842.",
            "We have added that the figure counts heads and not full-time posts.",
        ),
    ),
    Finding(
        "is empty today",
        (
            Opinion(
                "false",
                "The fund held 18 million crowns on 1 January 2026.",
                Sighting(BUDGET, "Balance on 1 January 2026: 18,040,000 crowns.", "page 77", "refutes"),
            ),
            Opinion(
                "false",
                "The fund held 18,040,000 crowns at the start of this year, so it is not empty.",
                Sighting(BUDGET, "Balance on 1 January 2026: 18,040,000 crowns.", "page 77", "refutes"),
            ),
        ),
        published=True,
    ),
    # One verdict is in, the other is awaited.
    Finding(
        "The number of accidents doubled",
        (
            Opinion(
                "false",
                "There were 27 accidents in 2024 and 41 in 2025, half as many again. It is the injured who doubled.",
                Sighting(POLICE, "Accidents: 2023: 24. 2024: 27. 2025: 41.", "table 1", "refutes"),
            ),
        ),
    ),
)
# Waits in the queue for somebody to take it.
WAITING = "held 55 million crowns in 2020"
