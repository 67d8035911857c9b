"""Everything that a claim's page shows to one person. Who may see what is asked of visibility and permissions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.forms import Form

from claims.models import Anchor, Claim, Event, User
from claims.segments import segments
from claims.splitting.explaining import Explanation, counted, explain
from reviews import permissions, settling
from reviews.forms import STEP_FORMS, EvidenceForm, StepForm, VerdictForm
from reviews.models import Assignment, Evidence, Publication, Review, Verdict
from reviews.reading import Entry, spans_of
from reviews.workflow import STEPS, State

# Characters of the article shown before and after the claim's sentence.
AROUND = 400
EVENTS = 40
WAITING_FOR_EDITOR = (State.IN_ADJUDICATION, State.SETTLED)


@dataclass(frozen=True)
class Words:
    text: str
    marked: bool


@dataclass
class ClaimPage:
    """One claim for one reader. `bound` holds the form that was just sent and could not be accepted, by its name."""

    review: Review
    reader: User
    bound: dict[str, Form] = field(default_factory=dict)
    draft: Form | None = None
    newer: Assignment | None = None
    said: str = ""

    @property
    def claim(self) -> Claim:
        return self.review.claim

    @cached_property
    def anchor(self) -> Anchor:
        return self.review.anchor()

    @cached_property
    def entry(self) -> Entry:
        return Entry(self.claim, self.anchor, self.review)

    def context(self) -> list[Words]:
        """The sentence with what stands around it, and the claim's words marked."""
        text, statement = self.anchor.version.text, self.anchor.statement
        start, end = _to_word(text, statement.start - AROUND), statement.end + AROUND
        end = len(text) if end >= len(text) else _to_word(text, end)
        pieces = segments(start, end, [spans_of(self.anchor)])
        words = [Words(text[piece.start : piece.end], marked=bool(piece.keys)) for piece in pieces]
        before, after = (
            Words("… " if start else "", marked=False),
            Words("…" if end < len(text) else "", marked=False),
        )
        return [before, *words, after]

    @cached_property
    def why(self) -> Explanation:
        """What the splitter did; empty for a claim that a person wrote."""
        claim = self.claim
        return explain({"rules": claim.rules, "link": claim.link, "attribution": claim.attribution})

    @property
    def quantities(self) -> list[tuple[str, str]]:
        """(words of the article, what they come to)"""
        return [(quantity["phrase"], counted(quantity)) for quantity in self.claim.quantities]

    @cached_property
    def shares(self) -> Sequence[Assignment]:
        return self.review.shares()

    @cached_property
    def share(self) -> Assignment | None:
        return self.review.share_of(self.reader)

    @cached_property
    def evidence(self) -> Sequence[Evidence]:
        rows = Evidence.objects.of_review(self.review).standing().visible_to(self.reader)
        return list(rows.with_source().with_snapshot().in_order())

    @cached_property
    def verdicts(self) -> Sequence[Verdict]:
        """The verdicts that stand and that this reader may see."""
        rows = Verdict.objects.of_review(self.review).standing().visible_to(self.reader)
        return list(rows.with_citations().in_order())

    @property
    def hidden_verdicts(self) -> int:
        """How many are in that this reader may not see yet."""
        given = sum(share.verdict_given for share in self.shares)
        return max(0, given - len(self.verdicts))

    @cached_property
    def publications(self) -> Sequence[Publication]:
        return list(Publication.objects.of_review(self.review).with_all().newest_first())

    @cached_property
    def refusals(self) -> dict[str, str]:
        """Why the reader may not take a step now, "" for those that may be taken; in the order of the process."""
        found = {step: permissions.refusal(step, self.review, self.reader) for step in STEPS}
        return {step: refusal.reason if refusal else "" for step, refusal in found.items()}

    @cached_property
    def steps(self) -> Sequence[StepForm]:
        """A form for each step that may be taken, with what was typed where it could not be accepted."""
        return [self._step_form(step) for step in STEP_FORMS if not self.refusals[step]]

    @property
    def foremost(self) -> set[str]:
        """Steps that are shown unfolded, because the claim waits for them."""
        return {"adjudicate", "publish"} if self.review.state in WAITING_FOR_EDITOR else {"assign"}

    @property
    def typed(self) -> list[tuple[str, str]]:
        """(label, words) that were sent for a step which is not possible any more and so has no form."""
        lost = [form for name, form in self.bound.items() if self.refusals.get(name)]
        return [
            (str(field.label), str(field.value()))
            for form in lost
            for field in form.visible_fields()
            if isinstance(field.value(), str) and field.value().strip()
        ]

    @cached_property
    def public_evidence(self) -> Sequence[Evidence]:
        """What would be published with the ruling."""
        return settling.published_evidence(self.review)

    def _step_form(self, step: str) -> StepForm:
        bound = self.bound.get(step)
        if isinstance(bound, StepForm):
            return bound
        return STEP_FORMS[step](review=self.review, by=self.reader)

    @cached_property
    def closed_steps(self) -> list[tuple[str, str]]:
        """(label, reason) of the steps that this reader could take at another moment."""
        lacking = {step: permissions.right_refusal(STEPS[step].right, self.reader) for step in STEPS}
        return [(STEPS[step].label, why) for step, why in self.refusals.items() if why and not lacking[step]]

    @cached_property
    def verdict_form(self) -> VerdictForm | None:
        if self.refusals["submit"] or self.share is None:
            return None
        bound = self.bound.get("submit")
        if isinstance(bound, VerdictForm):
            return bound
        earlier = next((verdict for verdict in self.verdicts if verdict.author_id == self.reader.pk), None)
        return VerdictForm.of(self.share, self.evidence, earlier, by=self.reader)

    @property
    def evidence_refusal(self) -> str:
        refusal = permissions.right_refusal("add_evidence", self.reader)
        return refusal.reason if refusal else ""

    @cached_property
    def evidence_form(self) -> EvidenceForm:
        bound = self.bound.get("evidence")
        return bound if isinstance(bound, EvidenceForm) else EvidenceForm()

    @cached_property
    def _newest_events(self) -> Sequence[Event]:
        return list(Event.objects.of_claim(self.claim).with_actor().newest_first()[: EVENTS + 1])

    @property
    def events(self) -> Sequence[Event]:
        return self._newest_events[:EVENTS]

    @property
    def has_older_events(self) -> bool:
        return len(self._newest_events) > EVENTS


def _to_word(text: str, place: int) -> int:
    """The next gap between words after a place, so that no word is cut in two."""
    if place <= 0:
        return 0
    gap = text.find(" ", place, place + 40)
    return min(len(text), gap + 1 if gap >= 0 else place)
