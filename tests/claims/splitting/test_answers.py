"""What goes out to scorers: offsets of the text alone, whatever stood before it."""

from bench.splitting.answers import answer

CONTEXT = "Maria Klein runs the harbour office."
TEXT = "She said the pier cost 4 million euros, and it opened in May."


def test_offsets_are_those_of_the_text_without_its_context() -> None:
    row = answer({"id": "one", "text": TEXT, "context": CONTEXT}, "standard")
    assert row["id"] == "one"
    words = [[TEXT[start:end] for start, end in claim["spans"]] for claim in row["claims"]]
    assert words
    assert all(word.strip() == word != "" for spans in words for word in spans)
    assert not any("harbour office" in claim["text"] for claim in row["claims"])


def test_the_context_tells_who_is_meant() -> None:
    row = answer({"id": "one", "text": TEXT, "context": CONTEXT}, "standard")
    assert any("[Maria Klein]" in claim["text"] for claim in row["claims"])


def test_an_attribution_comes_with_its_places() -> None:
    row = answer({"id": "one", "text": TEXT}, "fine")
    (record,) = row["attributions"]
    assert [TEXT[start:end] for start, end in record["source"]] == ["She"]
    assert [TEXT[start:end] for start, end in record["cue"]] == ["said"]
    assert TEXT[slice(*record["content"][0])].startswith("the pier cost")
