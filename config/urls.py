"""Every address of the desk starts here."""

from django.contrib.auth import views as accounts
from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

from claims.admin import console
from config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("claims.urls")),
    path("", include("reviews.urls")),
    path("api/v1/", include("config.api")),
    path("login/", accounts.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("logout/", accounts.LogoutView.as_view(), name="logout"),
    path("admin/", console.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
