from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict

from claims.fields import AddressField, LineField, WordsField
from claims.models import User
from reviews.forms.sources import known_sources, named
from reviews.models import Evidence, Review, Snapshot, Source, SourceKind, Stance, Visibility


class EvidenceForm(forms.Form):
    """Puts a source to a claim: one that the desk knows, or one that is described here."""

    find = LineField(label="Find a known source", max_length=200, required=False)
    source = forms.ModelChoiceField(label="Known source", queryset=Source.objects.all(), required=False)
    title = LineField(label="Title", max_length=300, required=False)
    kind = forms.ChoiceField(choices=SourceKind.choices, required=False)
    publisher = LineField(max_length=200, required=False)
    url = AddressField(label="Address", required=False)
    is_primary = forms.BooleanField(
        label="Primary", required=False, help_text="First-hand: the record itself, not a report of it."
    )
    is_confidential = forms.BooleanField(
        label="Confidential",
        required=False,
        help_text="Named to the desk only; the public reads “a confidential source”.",
    )
    stance = forms.ChoiceField(
        label="For this claim, it", choices=Stance.choices, widget=forms.RadioSelect, initial=Stance.SUPPORTS
    )
    quote = WordsField(rows=3, required=False, help_text="The words of the source that bear on the claim.")
    locator = LineField(
        max_length=200, required=False, label="Where in it", help_text="Page, paragraph, time."
    )
    snapshot_text = WordsField(
        label="What the source said when you looked",
        rows=4,
        required=False,
        strip=False,
        max_length=500_000,
        help_text="Pasted here, it is kept as it is, and the quotation is held against it.",
    )
    note = WordsField(rows=2, required=False, help_text="For the desk.")
    private = forms.BooleanField(
        label="Private until all verdicts are in", required=False, help_text="It will never be published."
    )

    def __init__(self, data: QueryDict | None = None, *, typed: QueryDict | None = None) -> None:
        """`typed` fills the form without checking it, while its writer still looks for a source."""
        super().__init__(data, initial=typed.dict() if typed else None, auto_id="evidence-%s")
        known = data or typed or QueryDict()
        found = known_sources(known.get("find", "")[:200])
        chosen = known.get("source", "")
        if chosen.isascii() and chosen.isdecimal() and len(chosen) < 10 and int(chosen) not in dict(found):
            found += [(source.pk, named(source)) for source in Source.objects.among([int(chosen)])]
        self.fields["source"].choices = [("", "A new source, described below"), *found]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("source") and given.get("title"):
            self.add_error("title", "Either choose a known source or describe a new one, not both.")
        elif not given.get("source") and not given.get("title") and "title" not in self.errors:
            self.add_error("title", "Name the source, or choose a known one.")
        return given

    def add(self, review: Review, *, by: User, now: datetime) -> Evidence:
        """Keep the source (when new), its snapshot (when pasted) and the evidence: all of them or nothing."""
        given = self.cleaned_data
        with transaction.atomic():
            source = given["source"] or self._new_source(by=by, now=now)
            return Evidence.objects.add(
                review=review,
                source=source,
                by=by,
                now=now,
                stance=given["stance"],
                quote=given["quote"],
                locator=given["locator"],
                note=given["note"],
                snapshot=self._snapshot(source, by=by, now=now),
                shown_to=Visibility.PRIVATE if given["private"] else Visibility.SHARED,
            )

    def _new_source(self, *, by: User, now: datetime) -> Source:
        names = ("title", "publisher", "url", "is_primary", "is_confidential")
        described = {name: self.cleaned_data[name] for name in names}
        kind = self.cleaned_data["kind"] or SourceKind.DOCUMENT
        return Source.objects.add(by=by, now=now, kind=kind, **described)

    def _snapshot(self, source: Source, *, by: User, now: datetime) -> Snapshot | None:
        """What was pasted; otherwise the newest snapshot in which the quotation stands, if there is one."""
        text, quote = self.cleaned_data["snapshot_text"], self.cleaned_data["quote"]
        if text.strip():
            return source.take_snapshot(by=by, now=now, text=text)
        return source.snapshot_with(quote) if quote else None
