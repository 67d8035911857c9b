"""What every page of the desk shares: who may open it, and what is shown when a step is refused."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django_htmx.middleware import HtmxDetails

from claims import permissions
from claims.models import User
from claims.refusals import Refused, Stale

P = ParamSpec("P")


class DeskRequest(HttpRequest):
    """A request of somebody who is logged in; the middleware has seen to it."""

    user: User
    htmx: HtmxDetails


def desk_page(
    view: Callable[Concatenate[DeskRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for those who may read at the desk. What a step refuses is answered 403 or 409, with the reason."""

    @wraps(view)
    def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            permissions.require(permissions.refusal("read", request.user))
            return view(cast("DeskRequest", request), *args, **kwargs)
        except Refused as refused:
            if refused.refusal.kind == "forbidden":
                raise PermissionDenied(refused.refusal.reason) from refused
            return render(request, "409.html", {"reason": refused.refusal.reason}, status=409)
        except Stale as stale:
            return render(request, "409.html", {"reason": str(stale)}, status=409)

    return page


def tell(form: BaseForm, error: ValidationError) -> None:
    """Put what a model refused beside the fields that it is about, and the rest above the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


def with_revision(typed: QueryDict, revision: int) -> QueryDict:
    """What was typed, to be saved over a newer state that its writer has now seen."""
    data = typed.copy()
    data["revision"] = str(revision)
    return data
