"""Sentences with real grammar for tests that want any text: names, numbers, quotations, lists and clauses."""

from __future__ import annotations

from hypothesis import strategies as st

SUBJECTS = st.sampled_from(
    (
        *(
            "The mayor of Lund",
            "Anna Berg",
            "The firm",
            "Two officers",
            "Tarsk and its ally Norway",
            "It",
            "She",
        ),
        *(
            "Some 500 people, mostly women,",
            "The bridge, which opened in 1998,",
            "Per Lind, 58,",
            "Nobody",
            "They",
        ),
        *("The lake, home to 30 villages,", "Neither the army nor the navy", "Only 12 percent of voters"),
    )
)
VERBS = st.sampled_from(
    (
        *(
            "sold 3,500 boats",
            "closed the library and sold the building",
            "was built in 1902",
            "rose 5 percent to $10m",
        ),
        *(
            "has 40 schools, clinics and pools",
            "denied paying 300 euros",
            "will cut 20 jobs by 2030",
            "met in Oslo",
        ),
        *("accused the firm of hiding 14 reports", "vowed never to leave", "is the oldest of the 12 towns"),
        *(
            "left because the dam broke",
            "said that 40 men had died, most of them miners",
            "must pay 9 million euros",
        ),
    )
)
ENDINGS = st.sampled_from(
    (
        *(
            "",
            ", with two judges dissenting",
            ", leaving 3,000 passengers stranded",
            " on Friday",
            " in May 2019",
        ),
        *(
            ", while 22% said no",
            " if it rains",
            " between 2010 and 2015",
            ", up from 61 a year earlier",
            ", he said",
        ),
        *(" after the talks, which began in 2018, failed", ", according to Jan Ek", ' for "good reasons"'),
    )
)
OPENINGS = st.sampled_from(
    (
        "",
        "",
        "",
        "On 3 May, ",
        "With prices rising, ",
        "MAYOR: ",
        "- ",
        "“We lost 4-0,” said Ito. ",
        "Unless it snows, ",
    )
)
SENTENCES = st.builds(
    "{}{} {}{}{}".format, OPENINGS, SUBJECTS, VERBS, ENDINGS, st.sampled_from((".", ".", "?", ""))
)
ARTICLES = st.lists(SENTENCES, min_size=1, max_size=3).map("\n".join)
