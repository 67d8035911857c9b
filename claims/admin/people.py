"""Accounts: who is at the desk, in which roles, with which API tokens."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as AccountAdmin
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from claims.admin.acting import act
from claims.admin.editing import Edited, acting
from claims.admin.links import linked, listed
from claims.admin.showing import Shown
from claims.admin.site import console
from claims.models import ApiToken, User
from claims.models.user import LAST_ADMINISTRATOR
from claims.permissions import refusal


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "groups")
        field_classes = {"username": UsernameField}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        roles = cleaned.get("groups", ())
        stays = cleaned.get("is_superuser", self.instance.is_superuser) or any(
            right.codename == "administer_desk" for role in roles for right in role.permissions.all()
        )
        if not stays and self.instance.is_last_administrator():
            raise ValidationError(LAST_ADMINISTRATOR)
        return cleaned


@admin.register(User, site=console)
class UserAdmin(Edited, AccountAdmin):  # type: ignore[type-arg]
    """People are shut out and let in again by actions, which withdraw their tokens with it; nobody is deleted, since
    verdicts and events carry their names."""

    form = PersonForm
    list_display = ("username", "name", "email", "roles", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email", "password_link")}),
        ("Rights", {"fields": ("groups", "is_active")}),
        ("Known", {"fields": ("last_login", "date_joined", "tokens", "shares", "verdicts", "events")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "usable_password", "password1", "password2")}),
    )
    readonly_fields = (
        "password_link",
        "is_active",
        "last_login",
        "date_joined",
        "tokens",
        "shares",
        "verdicts",
        "events",
    )
    actions = ("deactivate", "reactivate")

    tokens = listed("claims.apitoken", by="user", name="API tokens")
    shares = listed("reviews.assignment", by="reviewer", name="shares")
    verdicts = listed("reviews.verdict", by="author", name="verdicts")
    events = listed("claims.event", by="actor", name="events")

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or not request.user.is_superuser:
            return fieldsets
        return (*fieldsets, ("Beyond all roles", {"fields": ("is_superuser",)}))

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.administering_refusal(acting(request)) is None)

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        return Shown.lookup_allowed(self, lookup, value, request)

    def told(self, name: str, obj: User, message: Any) -> dict[str, Any]:
        roles = sorted(obj.groups.values_list("name", flat=True))
        return {"user": obj.pk, "username": obj.username, "roles": roles, "changes": message}

    @admin.display(description="name")
    def name(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description="roles")
    def roles(self, person: User) -> str:
        return ", ".join(sorted(role.name for role in person.groups.all()))

    @admin.display(description="password")
    def password_link(self, person: User) -> str:
        address = reverse("admin:auth_user_password_change", args=[person.pk])
        return format_html('<a href="{}">Set a new password</a>', address)

    def has_shut_out_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    @admin.action(description="Shut out (and withdraw API tokens)", permissions=["shut_out"])
    def deactivate(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda person: person.deactivate(by=by, now=now), done="Shut out")

    @admin.action(description="Let in again", permissions=["shut_out"])
    def reactivate(self, request: HttpRequest, rows: QuerySet[User]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda person: person.reactivate(by=by, now=now), done="Let in")


@admin.register(Group, site=console)
class GroupAdmin(Shown):
    """The roles, and the rights that the migrations gave them."""

    list_display = ("name",)
    search_fields = ("name",)
    ordering = ("name",)
    fields = ("name", "rights")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return refusal("administer", request.user) is None

    @admin.display(description="rights")
    def rights(self, role: Group) -> str:
        return ", ".join(role.permissions.order_by("name").values_list("name", flat=True))


@admin.register(ApiToken, site=console)
class ApiTokenAdmin(Shown):
    list_display = ("name", "whose", "token_key", "created", "expiry", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("name", "token_key", "user__username")
    date_hierarchy = "created"
    ordering = ("-created", "digest")
    narrowed_by = ("user",)
    fields = ("name", "user", "token_key", "created", "expiry", "last_used_at")
    actions = ("revoke",)

    whose = linked("user")

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.delete_apitoken")

    @admin.action(description="Revoke", permissions=["revoke"])
    def revoke(self, request: HttpRequest, rows: QuerySet[ApiToken]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda token: token.revoke(by=by, now=now), done="Revoked")
