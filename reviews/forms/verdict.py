from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from claims.fields import DayField, WordsField
from claims.models import User
from reviews.models import Assignment, Evidence, Rating, Review, Verdict


class CitedField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        where = f", {obj.locator}" if obj.locator else ""
        return f"{obj.source}{where} ({obj.get_stance_display()})"


class DraftForm(forms.Form):
    """What is kept of a verdict while it is being written."""

    rating = forms.ModelChoiceField(
        queryset=Rating.objects.of_default_scale().in_use().in_order(), required=False, empty_label=None
    )
    rationale = WordsField(rows=7, required=False)
    revision = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def save(self, share: Assignment, *, by: User, now: datetime) -> None:
        share.save_draft(by=by, now=now, **{name: self.cleaned_data[name] for name in DraftForm.base_fields})


class VerdictForm(DraftForm):
    """A verdict on a review, by somebody who has a share in it."""

    rating = forms.ModelChoiceField(
        queryset=Rating.objects.of_default_scale().in_use().in_order(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a rating."},
    )
    rationale = WordsField(
        rows=7,
        error_messages={"required": "Say why: a verdict needs a rationale."},
        help_text="What you found, and what it rests on. Where all agree, it becomes the summary.",
    )
    evidence = CitedField(queryset=Evidence.objects.none(), required=False, label="It rests on")
    as_of = DayField(
        label="As of", required=False, help_text="The day that the verdict speaks of, where it matters."
    )
    field_order = ["rating", "rationale", "evidence", "as_of", "revision"]

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        share: Assignment,
        evidence: Sequence[Evidence],
        **options: Any,
    ) -> None:
        super().__init__(data, auto_id="verdict-%s", **options)
        offered = Evidence.objects.among([piece.pk for piece in evidence])
        self.fields["evidence"].queryset = offered.with_source().in_order()  # type: ignore[attr-defined]
        self.fields["revision"].initial = share.revision
        self.fields["rating"].initial = share.draft_rating_id
        self.fields["rationale"].initial = share.draft_rationale

    @classmethod
    def of(
        cls, share: Assignment, evidence: Sequence[Evidence], earlier: Verdict | None, *, by: User
    ) -> "VerdictForm":
        """As the reviewer left it: the draft, or the verdict already given; own evidence is ticked."""
        form = cls(share=share, evidence=evidence)
        cited = [piece.pk for piece in evidence if piece.added_by_id == by.pk]
        if earlier is not None:
            cited = [citation.evidence_id for citation in earlier.citations.all()]
            if share.drafted_at is None or share.drafted_at < earlier.created_at:
                form.fields["rating"].initial = earlier.rating_id
                form.fields["rationale"].initial = earlier.rationale
            form.fields["as_of"].initial = earlier.as_of
        form.fields["evidence"].initial = cited
        return form

    @classmethod
    def typed(cls, data: QueryDict, share: Assignment, evidence: Sequence[Evidence]) -> "VerdictForm":
        """With what was typed, unchecked: a draft need not be complete. `share` says over which state it is saved."""
        initial = {**data.dict(), "evidence": data.getlist("evidence"), "revision": share.revision}
        return cls(share=share, evidence=evidence, initial=initial)

    def submit(self, review: Review, *, by: User, now: datetime) -> Verdict:
        given = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        return review.submit(by=by, now=now, **given)
