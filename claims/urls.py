from django.contrib.auth import views as accounts
from django.urls import URLPattern, URLResolver, path, reverse_lazy

from claims.views import articles, tokens

urlpatterns: list[URLPattern | URLResolver] = [
    path("articles/new/", articles.article_new, name="article-new"),
    path("articles/<row:article_id>/edit/", articles.article_edit, name="article-edit"),
    path("articles/<row:article_id>/progress/", articles.article_progress, name="article-progress"),
    path("articles/<row:article_id>/retry/", articles.article_retry, name="article-retry"),
    path("account/tokens/", tokens.tokens, name="tokens"),
    path("account/tokens/<str:token_key>/revoke/", tokens.token_revoke, name="token-revoke"),
    path(
        "account/password/",
        accounts.PasswordChangeView.as_view(success_url=reverse_lazy("password-changed")),
        name="password-change",
    ),
    path("account/password/changed/", accounts.PasswordChangeDoneView.as_view(), name="password-changed"),
]
