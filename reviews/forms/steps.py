"""One form for each step that a person takes on a review. Its fields are the arguments of the verb."""

from datetime import datetime
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.urls import reverse

from claims.fields import DayField, LineField, WordsField
from claims.models import Disposition, User
from reviews.models import Correction, Rating, Review
from reviews.models.publication import WORDING_ONLY
from reviews.workflow import STEPS

READ_BY_ALL = "I have read it as the public will."


class StepForm(forms.Form):
    """A step without arguments; the others add theirs."""

    step: ClassVar[str]
    button: ClassVar[str]
    # What the page says beside the button; "" where the button says it all.
    hint: ClassVar[str] = ""
    grave: ClassVar[bool] = False

    def __init__(self, data: QueryDict | None = None, *, review: Review, by: User) -> None:
        super().__init__(data, auto_id=f"{self.step}-%s")
        self.review, self.by = review, by
        self.prepare()

    @property
    def title(self) -> str:
        return STEPS[self.step].label

    @property
    def address(self) -> str:
        return reverse(f"claim-{self.step.replace('_', '-')}", args=[self.review.claim_id])

    def prepare(self) -> None:
        """Fit the fields to the review."""

    def take(self, *, now: datetime) -> None:
        """Call the verb. Raises what the verb raises."""
        arguments = {name: value for name, value in self.cleaned_data.items() if name != "confirm"}
        getattr(self.review, self.step)(by=self.by, now=now, **arguments)


class TriageForm(StepForm):
    step, button = "triage", "Put into the queue"
    hint = "Reviewers can then take it."


class TakeForm(StepForm):
    step, button = "take", "Take a share"
    hint = "You will be one of its reviewers."


class ReleaseForm(StepForm):
    step, button = "release", "Give the share back"
    reason = LineField(max_length=300, required=False)


class AssignForm(StepForm):
    step, button = "assign", "Assign"
    reviewer = forms.ModelChoiceField(queryset=User.objects.none(), empty_label="Choose a reviewer")
    due_on = DayField(label="Due", required=False)

    def prepare(self) -> None:
        field = self.fields["reviewer"]
        busy = {share.reviewer_id for share in self.review.shares()}
        field.queryset = User.objects.with_perm(  # type: ignore[attr-defined]
            "reviews.take_review", backend="claims.rights.Rights"
        ).order_by("username")
        free = [reviewer for reviewer in field.queryset if reviewer.pk not in busy]  # type: ignore[attr-defined]
        field.choices = [("", "Choose a reviewer")] + [(person.pk, str(person)) for person in free]  # type: ignore[attr-defined]


class DismissForm(StepForm):
    step, button = "dismiss", "Dismiss unchecked"
    disposition = forms.ChoiceField(
        label="It is",
        choices=[choice for choice in Disposition.choices if choice[0] != Disposition.CLAIM],
        initial=Disposition.NOT_CHECKABLE,
    )
    reason = LineField(max_length=300, label="Because")


class AdjudicateForm(StepForm):
    step, button = "adjudicate", "Rule"
    rating = forms.ModelChoiceField(
        queryset=Rating.objects.of_default_scale().in_use().in_order(), empty_label="Choose a rating"
    )
    summary = WordsField(help_text="What was found, for the reader.")
    reasons = WordsField(rows=3, help_text="Why you rule so, for the desk.")


class SendBackForm(StepForm):
    step, button = "send_back", "Send back to the reviewers"
    reason = LineField(max_length=300, label="What to look at again")


class PublishForm(StepForm):
    step, button, grave = "publish", "Publish", True
    summary = WordsField(help_text="What the public reads.")
    correction = forms.ChoiceField(
        label="This corrects what was published",
        choices=[
            ("", "Choose how far"),
            *[choice for choice in Correction.choices if choice[0] != Correction.WITHDRAWN],
        ],
    )
    note = WordsField(rows=2, label="Note on the correction", help_text="For the reader: what was wrong.")
    confirm = forms.BooleanField(label=READ_BY_ALL)

    def prepare(self) -> None:
        if self.review.ruling is not None:
            self.fields["summary"].initial = self.review.ruling.summary
        if self.review.publication_id is None:
            del self.fields["correction"], self.fields["note"]


class CorrectForm(StepForm):
    step, button, grave = "correct", "Publish the correction", True
    summary = WordsField(help_text="What the public reads.")
    correction = forms.ChoiceField(
        label="Class", choices=[choice for choice in Correction.choices if choice[0] in WORDING_ONLY]
    )
    note = WordsField(rows=2, label="Note on the correction", help_text="For the reader: what was wrong.")
    confirm = forms.BooleanField(label=READ_BY_ALL)

    def prepare(self) -> None:
        if self.review.publication is not None:
            self.fields["summary"].initial = self.review.publication.summary


class RecheckForm(StepForm):
    step, button = "recheck", "Check again"
    hint = "Opens another round. What is published stays until it ends."
    reason = LineField(max_length=300, label="Because")


class WithdrawForm(StepForm):
    step, button, grave = "withdraw", "Withdraw from the public", True
    hint = "Leaves a notice with the date and this note."
    note = WordsField(rows=2, help_text="For the reader: why it was withdrawn.")
    confirm = forms.BooleanField(label=READ_BY_ALL)


STEP_FORMS: dict[str, type[StepForm]] = {
    form.step: form
    for form in (
        TriageForm,
        TakeForm,
        AssignForm,
        AdjudicateForm,
        SendBackForm,
        PublishForm,
        CorrectForm,
        RecheckForm,
        ReleaseForm,
        DismissForm,
        WithdrawForm,
    )
}
