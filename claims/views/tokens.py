"""A person's own keys to the API."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from claims.forms import TokenForm
from claims.models import ApiToken
from claims.paging import page_of
from claims.views.desk import DeskRequest, desk_page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("key")
@desk_page
def tokens(request: DeskRequest) -> HttpResponse:
    form = TokenForm(request.POST or None)
    key, status = "", 200
    if request.method == "POST":
        if form.is_valid():
            _, key = ApiToken.objects.create(
                request.user, expiry=form.lifetime(), name=form.cleaned_data["name"]
            )
            form, status = TokenForm(), 201
        else:
            status = 400
    own = ApiToken.objects.of(request.user).newest_first()
    context = {"form": form, "key": key, "tokens": page_of(own, request)}
    return render(request, "claims/tokens.html", context, status=status)


@require_POST
@desk_page
def token_revoke(request: DeskRequest, token_key: str) -> HttpResponse:
    token = get_object_or_404(ApiToken.objects.of(request.user), token_key=token_key)
    token.revoke(by=request.user, now=timezone.now())
    messages.success(request, f"“{token.name}” opens nothing any more.")
    return redirect("tokens")
