import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.splitting import Attribution
from claims.splitting.attribution import Attributions, of_place
from claims.splitting.paragraphs import blocks
from claims.splitting.parser import parse
from claims.splitting.quotations import find

LINE = (
    'The mayor said that Anna Berg , who told accused of wants to is afraid “ ” " : . ? \n MAYOR according'
    " — 'no'"
)
WORDS = st.sampled_from(LINE.split(" "))


def records(text: str) -> list[Attribution]:
    reader = Attributions(text)
    return [
        record
        for block, sentences in parse(text, blocks(text))
        for record in reader.read(sentences, find(text, block.start, block.end))
    ]


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each record, in order of the cues."""
    return [
        (one.source, one.cue, " … ".join(text[start:end] for start, end in one.content))
        for one in sorted(records(text), key=lambda one: (one.cue_span or (0, 0), one.content))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lund claims that the dam is safe.", ("Lund", "claims", "that the dam is safe")),
        ("The dam is safe, the mayor said.", ("the mayor", "said", "The dam is safe")),
        ("The dam, the mayor said, is safe.", ("the mayor", "said", "The dam … is safe")),
        ("“The dam is safe,” said Anna Berg.", ("Anna Berg", "said", "“The dam is safe,”")),
        ("“The dam,” said Anna Berg, “is safe.”", ("Anna Berg", "said", "“The dam,” … “is safe.”")),
        ("According to Lund, the dam is safe.", ("Lund", "According to", "the dam is safe")),
        ("The dam is safe, according to a report.", ("a report", "according to", "The dam is safe")),
        ("The mayor promised to mend the dam.", ("The mayor", "promised", "to mend the dam")),
        ("Doctors urged the town to close the pool.", ("Doctors", "urged", "the town to close the pool")),
        ("The union called for a strike.", ("The union", "called for", "a strike")),
        ("The union accused the firm of theft.", ("The union", "accused", "theft")),
        ("The firm was accused by the union of theft.", ("the union", "accused", "theft")),
        ("The mayor criticised the plan.", ("The mayor", "criticised", "the plan")),
        ("The mayor described it as a gift.", ("The mayor", "described", "it as a gift")),
        ("Farmers fear that the well will dry up.", ("Farmers", "fear", "that the well will dry up")),
        ("Lund’s claim that the dam is safe was false.", ("Lund", "claim", "that the dam is safe")),
        ("Villagers are afraid that the dam will break.", ("Villagers", "afraid", "that the dam will break")),
        ("MAYOR: The dam is safe.", ("MAYOR", ":", "The dam is safe.")),
        ("Anna Berg: The dam is safe", ("Anna Berg", ":", "The dam is safe")),
        (
            "“The dam broke at night.” — Anna Berg, teacher",
            ("Anna Berg, teacher", "—", "“The dam broke at night.”"),
        ),
    ],
)
def test_read_gives_source_cue_and_content(text: str, wanted: tuple[str, str, str]) -> None:
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke in May.",
        "The mayor opened the pool.",
        "Update: The road is open.",
        "The “reform” cost 400 jobs.",
        "The proposed law is long.",
        "The charged battery lasted two days.",
        "The room: 20 square metres.",
    ],
)
def test_read_finds_nothing_where_nobody_speaks(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said that the dam is safe.", "asserted"),
        ("The mayor denied that the dam is safe.", "denied"),
        ("The mayor asked whether the dam is safe.", "asked"),
        ("The mayor promised that the dam would hold.", "promised"),
        ("The mayor alleged that the firm had lied.", "accused"),
        ("The mayor believes that the dam is safe.", "thought"),
    ],
)
def test_read_tells_the_stance(text: str, stance: str) -> None:
    assert [one.stance for one in records(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The mayor said that the dam is safe.", "affirmed"),
        ("The mayor did not say that the dam is safe.", "negated"),
        ("The mayor never said that the dam is safe.", "negated"),
        ("Nobody said that the dam is safe.", "negated"),
    ],
)
def test_read_tells_whether_it_was_said_at_all(text: str, polarity: str) -> None:
    assert [one.polarity for one in records(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "directness"),
    [
        ("The mayor said the dam is safe.", "paraphrase"),
        ("“The dam is safe,” the mayor said.", "quotation"),
        ("The mayor said the dam is “as safe as a house”.", "mixed"),
    ],
)
def test_read_tells_quotation_from_paraphrase(text: str, directness: str) -> None:
    assert [one.directness for one in records(text)] == [directness]


def test_a_quotation_of_several_sentences_is_one_content() -> None:
    text = "“The boat was full. The doors were open,” the captain said. The boat sank."
    assert told(text) == [("the captain", "said", "“The boat was full. The doors were open,”")]


def test_a_quotation_behind_the_frame_goes_on_with_the_same_speaker() -> None:
    text = "“The tests were late,” said Mira Sol. “The results were wrong.”"
    assert told(text) == [("Mira Sol", "said", "“The tests were late,” … “The results were wrong.”")]


def test_a_speaker_carries_over_a_paragraph() -> None:
    text = (
        "“The wall had two cracks,” Mira Sol said. “Nobody came.\n\n“Nobody mended them.”\n\nThe dam broke."
    )
    assert told(text) == [
        ("Mira Sol", "said", "“The wall had two cracks,” … “Nobody came."),
        ("Mira Sol", "said", "“Nobody mended them.”"),
    ]


def test_a_colon_announces_the_speaker_of_the_next_paragraph() -> None:
    text = "The mayor continued:\n\n“The dam is old.”"
    assert told(text) == [("The mayor", "continued", "“The dam is old.”")]


def test_one_saying_inside_another_is_nested() -> None:
    text = "The paper reported that the minister had said that the plan was dead."
    assert [(one.source, one.nested_in) for one in records(text)] == [
        ("The paper", ""),
        ("the minister", "The paper"),
    ]


def test_of_place_gives_the_innermost_and_no_mere_topic() -> None:
    text = "The paper reported that the minister had praised the plan that failed."
    found = of_place(records(text), text.index("failed"))
    assert found is not None
    assert found.source == "The paper"


def test_a_second_verb_of_saying_is_not_part_of_what_was_said_first() -> None:
    text = "The mayor said the dam was safe and warned against panic."
    assert told(text)[0] == ("The mayor", "said", "the dam was safe")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.lists(WORDS, max_size=50).map(" ".join), st.text(max_size=120)))
def test_records_stay_inside_the_text_and_give_its_words(text: str) -> None:
    for one in records(text):
        assert one.content == tuple(sorted(one.content))
        assert all(0 <= start < end <= len(text) for start, end in one.content)
        assert all(first[1] <= second[0] for first, second in itertools.pairwise(one.content))
        assert one.source == (text[slice(*one.source_span)] if one.source_span else "")
        assert one.cue_span is not None
        assert one.cue == text[slice(*one.cue_span)]
