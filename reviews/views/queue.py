"""What waits for somebody: one's own shares, what may be taken, and the editors' lists."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from claims.paging import page_of
from claims.views.desk import DeskRequest, desk_page
from reviews import permissions
from reviews.models import Assignment, Review
from reviews.views.parameters import choice_from
from reviews.workflow import STEPS, State

# Name in the address, label, the state that waits, the step that ends the waiting.
DESK = (
    ("triage", "To triage", State.NEW, "triage"),
    ("assign", "To assign", State.TRIAGED, "assign"),
    ("adjudicate", "To rule on", State.IN_ADJUDICATION, "adjudicate"),
    ("publish", "To publish", State.SETTLED, "publish"),
    ("recheck", "To check again", State.RECHECK, "assign"),
)


@require_safe
@desk_page
def queue(request: DeskRequest) -> HttpResponse:
    lists = {
        name: (label, state)
        for name, label, state, step in DESK
        if permissions.right_refusal(STEPS[step].right, request.user) is None
    }
    show = choice_from(request, "show", ("mine", *lists))
    context: dict[str, object] = {
        "show": show,
        "lists": [(name, label) for name, (label, _) in lists.items()],
    }
    if show == "mine":
        shares = Assignment.objects.awaiting_verdict().of(request.user).with_review().most_pressing_first()
        takeable = Review.objects.takeable_by(request.user).for_page().most_worth_first()
        context |= {
            "shares": page_of(shares, request, parameter="shares"),
            "takeable": page_of(takeable, request),
            "may_take": permissions.right_refusal("take_review", request.user) is None,
            "today": timezone.localdate(),
        }
    else:
        label, state = lists[show]
        waiting = Review.objects.in_state(state).for_page().most_worth_first()
        context |= {"label": label, "waiting": page_of(waiting, request)}
    return render(request, "reviews/queue.html", context)
