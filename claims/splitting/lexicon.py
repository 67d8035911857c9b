"""Word classes and lemmas, worked out once for each word in its place: the model's own rules for them are slow.

The model gives a word class and a lemma by fixed rules from the word, its tag and its dependency; a handful of the
rules look at a neighbour as well. So what was said of a word once holds for it in every text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")  # the parts of the pipeline that this stands for
MOST = 100_000  # words that are remembered; then it begins anew
# Words that the rules read together with the one behind them: "gonna", "let's", "ain't", "y'all".
LEADING = frozenset({"ai", "c'm", "gon", "got", "let", "y", "y'"})

Key = tuple[int, int, int, str, str]


class Lexicon:
    """The word class and lemma of each token of a tagged and parsed text."""

    def __init__(self, language: Language) -> None:
        self._rules = [language.get_pipe(name) for name in RULES]
        self._strings = language.vocab.strings
        self._known: dict[Key, tuple[str, str]] = {}
        self._leads: dict[int, str] = {}
        self._expletive = self._strings["expl"]

    def read(self, doc: Doc) -> list[tuple[str, str]]:
        """(word class, lemma) of each token."""
        keys = self._keys(doc)
        known = self._known
        try:
            return [known[key] for key in keys]
        except KeyError:
            return self._learn(doc, keys)

    def _keys(self, doc: Doc) -> list[Key]:
        rows = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        leads = [self._lead(row[0]) for row in rows]
        keys: list[Key] = []
        before = ""
        for place, (orth, tag, dep) in enumerate(rows):
            lead = leads[place]
            behind = self._strings[rows[place + 1][0]].lower() if lead and place + 1 < len(rows) else ""
            keys.append((orth, tag, dep, before, behind))
            before = f"{lead} there" if dep == self._expletive else lead
        return keys

    def _lead(self, orth: int) -> str:
        """The word in lower case where it is one that is read together with the next, else nothing."""
        found = self._leads.get(orth)
        if found is None:
            low = self._strings[orth].lower()
            found = self._leads[orth] = low if low in LEADING else ""
        return found

    def _learn(self, doc: Doc, keys: list[Key]) -> list[tuple[str, str]]:
        for rule in self._rules:
            doc = rule(doc)
        found = [(token.pos_, token.lemma_) for token in doc]
        if len(self._known) > MOST:
            self._known.clear()
            self._leads.clear()
        self._known.update(zip(keys, found, strict=True))
        return found
