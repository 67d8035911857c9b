"""How the console edits what administrators look after: with a line in the audit trail for every change."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from claims.admin.showing import Shown
from claims.models import Event, User
from claims.refusals import Refused, Stale


def acting(request: HttpRequest) -> User:
    """Who is at work in the console; its views let nobody else in."""
    return cast("User", request.user)


class Edited(Shown):
    """Added and changed here by those who have the right; deleted by nobody."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._has_right(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._has_right(request, "change")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.readonly_fields

    def _has_right(self, request: HttpRequest, act: str) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.{act}_{self.opts.model_name}")

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (Refused, Stale) as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.path)

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> LogEntry:
        self.write_event("added", request, obj, message)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> LogEntry:
        if message:
            self.write_event("edited", request, obj, message)
        return super().log_change(request, obj, message)

    def write_event(self, act: str, request: HttpRequest, obj: Any, message: Any) -> None:
        name = str(self.opts.model_name)
        Event.objects.append(
            f"{name}.{act}", actor=acting(request), now=timezone.now(), data=self.told(name, obj, message)
        )

    def told(self, name: str, obj: Any, message: Any) -> dict[str, Any]:
        """What the audit trail says of a change."""
        return {name: obj.pk, "called": str(obj), "changes": message}
