from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView

from reviews.forms import STEP_FORMS
from reviews.views import articles, checking, claims, published, queue, sources

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="articles"), name="home"),
    path("articles/", articles.articles, name="articles"),
    path("articles/<row:article_id>/", articles.article, name="article"),
    path("articles/<row:article_id>/triage/", articles.article_triage, name="article-triage"),
    path("claims/<uuid:claim_id>/", claims.claim, name="claim"),
    path("claims/<uuid:claim_id>/evidence/", checking.claim_evidence, name="claim-evidence"),
    path(
        "claims/<uuid:claim_id>/evidence/<row:evidence_id>/withdraw/",
        checking.evidence_withdraw,
        name="evidence-withdraw",
    ),
    path("claims/<uuid:claim_id>/draft/", checking.claim_draft, name="claim-draft"),
    path("claims/<uuid:claim_id>/submit/", checking.claim_submit, name="claim-submit"),
    *(
        path(
            f"claims/<uuid:claim_id>/{step.replace('_', '-')}/",
            claims.claim_step,
            {"step": step},
            name=f"claim-{step.replace('_', '-')}",
        )
        for step in STEP_FORMS
    ),
    path("queue/", queue.queue, name="queue"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<row:source_id>/", sources.source, name="source"),
    path("sources/<row:source_id>/edit/", sources.source_edit, name="source-edit"),
    path("sources/<row:source_id>/snapshot/", sources.source_snapshot, name="source-snapshot"),
    path("published/", published.published, name="published"),
    path("published/<row:article_id>/", published.published_article, name="published-article"),
    path("published/claims/<uuid:claim_id>/", published.permalink, name="permalink"),
    path("ratings.css", published.rating_colours, name="rating-colours"),
]
