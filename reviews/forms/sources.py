from typing import Any

from django import forms

from claims.fields import AddressField, DayField, LineField, WordsField
from reviews.models import Source, SourceKind
from reviews.models.source import EDITABLE


class SourceForm(forms.Form):
    title = LineField(max_length=300)
    kind = forms.ChoiceField(choices=SourceKind.choices)
    is_primary = forms.BooleanField(
        label="Primary", required=False, help_text="First-hand: the record itself, not a report of it."
    )
    publisher = LineField(max_length=200, required=False)
    url = AddressField(label="Address", required=False)
    doi = LineField(label="DOI", max_length=200, required=False, help_text="Such as 10.1000/182.")
    published_on = DayField(label="Published", required=False)
    accessed_on = DayField(label="Looked at", required=False)
    is_confidential = forms.BooleanField(
        label="Confidential",
        required=False,
        help_text="Named to the desk only; the public reads “a confidential source”.",
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    @classmethod
    def of(cls, source: Source) -> "SourceForm":
        return cls(initial={name: getattr(source, name) for name in (*EDITABLE, "revision")})


class SnapshotForm(forms.Form):
    text = WordsField(
        rows=10,
        strip=False,
        max_length=500_000,
        label="What it said",
        help_text="Paste the words of the source. They are kept as they are, with today's date; "
        "quotations are held against them.",
    )
    archive_url = AddressField(
        label="Archived at", required=False, help_text="An address in a web archive, if there is one."
    )


def known_sources(words: str) -> list[tuple[Any, str]]:
    """Choices for picking a source: those that match the words, else the newest."""
    found = Source.objects.matching(words).newest_first()[:30]
    return [(source.pk, named(source)) for source in found]


def named(source: Source) -> str:
    return f"{source.title}, {source.publisher}" if source.publisher else source.title
