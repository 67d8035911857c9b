"""The process, as data: which work states a review has, and which step leads from which to which.

This table is the only definition. The page shows its labels, the database checks its states, `docs/workflow.md` is
drawn from it, and `Review` writes no state that it does not hold. What a verdict says is never a state.
"""

from dataclasses import dataclass
from typing import Final

from django.db import models


class State(models.TextChoices):
    NEW = "new", "new"
    TRIAGED = "triaged", "triaged"
    ASSIGNED = "assigned", "assigned"
    IN_REVIEW = "in_review", "in review"
    IN_ADJUDICATION = "in_adjudication", "in adjudication"
    SETTLED = "settled", "settled"
    PUBLISHED = "published", "published"
    RECHECK = "recheck", "recheck"
    WITHDRAWN = "withdrawn", "withdrawn"
    DISMISSED = "dismissed", "dismissed"


@dataclass(frozen=True)
class Step:
    """One thing that a person does to a review: its label, the right it needs, and the moves it can make."""

    name: str
    label: str
    right: str
    moves: dict[State, tuple[State, ...]]


S = State
STEPS: Final = {
    step.name: step
    for step in (
        Step(
            "triage", "Put into the queue", "triage_review", {S.NEW: (S.TRIAGED,), S.DISMISSED: (S.TRIAGED,)}
        ),
        Step(
            "dismiss",
            "Dismiss",
            "triage_review",
            dict.fromkeys((S.NEW, S.TRIAGED, S.ASSIGNED, S.IN_REVIEW), (S.DISMISSED,)),
        ),
        Step(
            "assign",
            "Assign",
            "assign_review",
            {
                S.NEW: (S.ASSIGNED,),
                S.TRIAGED: (S.ASSIGNED,),
                S.ASSIGNED: (S.ASSIGNED,),
                S.IN_REVIEW: (S.IN_REVIEW,),
                S.RECHECK: (S.ASSIGNED,),
            },
        ),
        Step(
            "take",
            "Take a share",
            "take_review",
            {
                S.TRIAGED: (S.ASSIGNED,),
                S.ASSIGNED: (S.ASSIGNED,),
                S.IN_REVIEW: (S.IN_REVIEW,),
                S.RECHECK: (S.ASSIGNED,),
            },
        ),
        Step(
            "release",
            "Give a share back",
            "take_review",
            {S.ASSIGNED: (S.ASSIGNED, S.TRIAGED, S.RECHECK), S.IN_REVIEW: (S.IN_REVIEW,)},
        ),
        Step(
            "submit",
            "Give a verdict",
            "take_review",
            {
                S.ASSIGNED: (S.IN_REVIEW, S.SETTLED, S.IN_ADJUDICATION),
                S.IN_REVIEW: (S.IN_REVIEW, S.SETTLED, S.IN_ADJUDICATION),
            },
        ),
        Step("adjudicate", "Rule", "adjudicate_review", {S.IN_ADJUDICATION: (S.SETTLED,)}),
        Step(
            "send_back",
            "Send back to the reviewers",
            "adjudicate_review",
            {S.IN_ADJUDICATION: (S.IN_REVIEW,)},
        ),
        Step("publish", "Publish", "publish_review", {S.SETTLED: (S.PUBLISHED,)}),
        Step("correct", "Correct the wording", "publish_review", {S.PUBLISHED: (S.PUBLISHED,)}),
        Step("recheck", "Check again", "triage_review", {S.SETTLED: (S.RECHECK,), S.PUBLISHED: (S.RECHECK,)}),
        Step("withdraw", "Withdraw", "publish_review", {S.PUBLISHED: (S.WITHDRAWN,)}),
    )
}
del S

# A review in one of these waits for nobody.
AT_REST: Final = (State.SETTLED, State.PUBLISHED, State.WITHDRAWN, State.DISMISSED)
# Colleagues' verdicts are in, or no more are awaited.
OPENED: Final = (State.IN_ADJUDICATION, *AT_REST)
# A reviewer may take a share.
OPEN_TO_REVIEWERS: Final = tuple(STEPS["take"].moves)


def leads(step: str, state: str, to: str) -> bool:
    """Whether the step may move a review from `state` to `to`."""
    return to in STEPS[step].moves.get(State(state), ())


def starts(step: str, state: str) -> bool:
    """Whether the step may be taken in `state` at all."""
    return State(state) in STEPS[step].moves


def diagram() -> str:
    """The table as a Mermaid state diagram."""

    def key(state: State) -> str:
        return state.name.lower()

    lines = ["stateDiagram-v2", f"    [*] --> {key(State.NEW)}"]
    for step in STEPS.values():
        for source, targets in step.moves.items():
            lines += [f"    {key(source)} --> {key(target)}: {step.name}" for target in targets]
    return "\n".join(lines) + "\n"
