"""The admin console: for administrators, behind the desk's own log-in, so that its lockout holds here too."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth import views as accounts
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from claims.permissions import refusal

# What the console does not use has no address.
UNUSED = ("view_on_site", "autocomplete")


class Console(admin.AdminSite):
    site_header = "Stet: admin console"
    site_title = "Stet"
    index_title = "What the desk holds"

    def has_permission(self, request: HttpRequest) -> bool:
        return refusal("administer", request.user) is None

    def admin_view(self, view: Callable[..., HttpResponseBase], cacheable: bool = False) -> Any:
        """Tell those who are logged in and no administrators why; the stock view would send them to log in again."""
        stock = super().admin_view(view, cacheable)
        # The stock views take every other method for GET.
        guarded = require_http_methods(["GET", "HEAD", "POST"])(stock)

        def told(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refused = refusal("administer", request.user)
            if refused is not None and request.user.is_authenticated:
                raise PermissionDenied(refused.reason)
            return guarded(request, *args, **kwargs)

        told.__dict__.update(guarded.__dict__)
        return told

    def get_urls(self) -> list[URLResolver | URLPattern]:
        return [url for url in super().get_urls() if getattr(url, "name", None) not in UNUSED]

    # One log-in, one log-out and one page for passwords: the desk's own.

    @method_decorator([login_not_required, require_safe])
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("admin:index") if self.has_permission(request) else redirect_to_login("/admin/")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return accounts.LogoutView.as_view()(request)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("password-change")

    def password_change_done(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return redirect("password-changed")


console = Console(name="admin")
