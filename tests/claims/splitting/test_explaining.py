"""What is told of a claim: nothing that the splitter does goes without a sentence, and no sentence is about nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims import splitting
from claims.splitting import LEVELS, split
from claims.splitting.attribution import verbs
from claims.splitting.explaining import LINKS, RULES, RULES_OF_SOURCES, Step, counted, explain, facts, said_by
from claims.splitting.links import LINKS as KNOWN_LINKS

from .case_files import read_cases

HOME = Path(splitting.__file__).parent
EMITTING = {
    "emit": 2,
    "clause": 2,
}  # calls by which a rule names itself, with their arguments before the names
ADJUNCTS = "clauses/adjuncts.py"


def calls(file: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse((HOME / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func), node


def strings(*nodes: ast.AST) -> set[str]:
    found = (one for node in nodes for one in ast.walk(node) if isinstance(one, ast.Constant))
    return {one.value for one in found if isinstance(one.value, str) and one.value}


def rules_in_source() -> set[str]:
    """The names that stand where a rule names itself."""
    found: set[str] = set()
    for path in HOME.rglob("*.py"):
        file = str(path.relative_to(HOME))
        if file.startswith("attribution"):
            continue
        for name, call in calls(file):
            found |= strings(*call.args[EMITTING[name] :]) if name in EMITTING else set()
            found |= strings(*(one.value for one in call.keywords if one.arg in {"rule", "rules"}))
    tree = ast.parse((HOME / ADJUNCTS).read_text(encoding="utf-8"))
    [selecting] = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == "selections"]
    pairs = (one.elts[1] for one in ast.walk(selecting) if isinstance(one, ast.Tuple) and len(one.elts) == 2)
    return found | strings(*(one for one in pairs if isinstance(one, ast.Constant))) | {"whole-sentence"}


def rules_of_sources_in_source() -> set[str]:
    found = set(verbs.RULES)
    for path in (HOME / "attribution").glob("*.py"):
        for name, call in calls(f"attribution/{path.name}"):
            found |= strings(*(one.value for one in call.keywords if one.arg == "rule"))
            if path.name == "nouns.py" and name == "_record":
                found |= strings(call.args[-1])
    return found


def links_in_source() -> set[str]:
    return {
        link
        for path in HOME.rglob("*.py")
        for _, call in calls(str(path.relative_to(HOME)))
        for one in call.keywords
        if one.arg == "link"
        for link in strings(one.value)
    }


def test_every_rule_in_the_source_has_a_sentence_and_no_other_has() -> None:
    assert set(RULES) == rules_in_source()


def test_every_rule_that_finds_a_source_has_a_sentence_and_no_other_has() -> None:
    assert set(RULES_OF_SOURCES) == rules_of_sources_in_source()


def test_every_link_has_a_sentence_and_no_other_has() -> None:
    assert set(LINKS) == set(KNOWN_LINKS) >= links_in_source()


def test_nothing_in_the_cases_goes_without_a_sentence() -> None:
    documents = [case.document(level) for case in read_cases() for level in LEVELS]
    steps: set[Step] = set()
    for document in documents:
        for claim in document.claims:
            why = explain(claim.as_json())
            steps |= {*why.steps, *filter(None, (why.link, why.source))}
    assert [step.rule for step in steps if not step.does] == []
    assert {step.rule for step in steps} >= set(LINKS) | (set(RULES) - {"pronoun"})


@pytest.mark.parametrize("sentence", [*RULES.values(), *RULES_OF_SOURCES.values(), *LINKS.values()])
def test_sentence_is_one_sentence(sentence: str) -> None:
    assert (sentence[0].isupper(), sentence[-1], ". " in sentence) == (True, ".", False)


def links(text: str) -> list[tuple[str, str]]:
    return [(claim.text, claim.link) for claim in split(text).claims]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("If the rain goes on, the dam will break.", "condition"),
        ("The fair goes ahead even if it rains.", "condition"),
        ("Should the pump fail, the mine floods.", "condition"),
        ("The council will sell the hall unless a buyer comes forward.", "condition"),
        ("The mayor cut the budget to save the library.", "purpose"),
        ("The bank raised rates in order to slow inflation.", "purpose"),
        ("The firm paid the crew so that they would stay.", "purpose"),
        ("When the mayor left, the council sold the hall.", "time"),
        ("As soon as the vote ended, the mayor left.", "time"),
        ("The bridge has been closed since the flood damaged it.", "time"),
        ("The price fell to reach 20 euros.", ""),
        ("As long as prices rise, wages will rise.", ""),
        ("The dam broke.", ""),
    ],
)
def test_claim_that_keeps_a_clause_has_its_link(text: str, link: str) -> None:
    assert links(text)[0][1] == link


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mill closed because orders fell.",
            {
                "The mill closed.": "",
                "Orders fell.": "cause",
                "The mill closed because orders fell.": "cause",
            },
        ),
        (
            "Although the river rose, the town stayed dry.",
            {"The town stayed dry.": "", "The river rose.": "concession"},
        ),
        (
            "The band played while the hall was burning.",
            {"The band played.": "", "The hall was burning.": "time"},
        ),
        ("While sales fell, profits rose.", {"Profits rose.": "", "Sales fell.": ""}),
        (
            "The bridge, which opened in 1998, carries trains.",
            {"The bridge carries trains.": "", "The bridge opened in 1998.": "relative"},
        ),
        (
            "Anna Berg, the mayor, left.",
            {"Anna Berg left.": "", "Anna Berg is the mayor.": "apposition"},
        ),
        (
            "The mayor said that the dam would break if the rain went on.",
            {
                "The dam would break if the rain went on.": "condition",
                "The mayor said that the dam would break if the rain went on.": "attribution",
            },
        ),
    ],
)
def test_clause_that_became_a_claim_takes_its_link_along(text: str, found: dict[str, str]) -> None:
    assert dict(links(text)) == found


def test_facts_leave_out_what_was_not_found() -> None:
    [claim] = split("The dam broke.").claims
    assert [label for label, _ in facts(claim.as_json())] == ["kind", "worth", "rule"]


def test_claim_of_long_ago_is_explained_with_what_it_has() -> None:
    why = explain({"rules": ["a-rule-of-long-ago"], "attribution": {"source": "Anna Berg", "cue": "said"}})
    assert why.steps == (Step("a-rule-of-long-ago", ""),)
    assert str(why.steps[0]) == "a-rule-of-long-ago"
    assert (why.link, why.source) == (None, None)
    assert explain({}).steps == ()


def quantity(**told: Any) -> dict[str, Any]:
    return {"phrase": "", "value": 5, "unit": "", "comparator": "", "role": "amount"} | told


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (quantity(), "5"),
        (quantity(value=3_000_000, unit="€"), "€3,000,000"),
        (quantity(unit="%", role="change", direction="up"), "5 % (change, up)"),
        (quantity(value=2.5, unit="km", comparator="about"), "2.5 km (about)"),
        (quantity(value=0.3333, role="share", base="the staff"), "0.3333 (share, of the staff)"),
        (quantity(period="a year", thing="people"), "5 (a year, people)"),
    ],
)
def test_quantity_is_told_with_what_kind_of_number_it_is(found: dict[str, Any], words: str) -> None:
    assert counted(found) == words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"source": "Anna Berg", "cue": "said"}, "Anna Berg “said”"),
        ({"source": "", "cue": "", "stance": "asserted"}, "somebody unnamed (asserted)"),
        (
            {"source": "Oslo", "cue": "say", "stance": "denied", "quoted": True, "polarity": "negated"},
            "Oslo “say” (denied, quoted, negated)",
        ),
        ({"source": "he", "cue": "said", "nested_in": "Oslo"}, "he “said” (as told by Oslo)"),
    ],
)
def test_source_is_told_with_how_it_is_said(record: dict[str, Any], words: str) -> None:
    assert said_by(record) == words
