"""The API, version 1: its addresses, its schema, and the pages that explain it."""

from django.urls import URLPattern, URLResolver, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from claims.api import articles, texts
from reviews.api import exports, reviews, sources, verdicts

app_name = "api"

router = SimpleRouter()
router.register("articles", articles.Articles, "article")
router.register("versions", texts.Versions, "version")
router.register("statements", texts.Statements, "statement")
router.register("claims", texts.Claims, "claim")
router.register("events", texts.Events, "event")
router.register("reviews", reviews.Reviews, "review")
router.register("assignments", verdicts.Assignments, "assignment")
router.register("sources", sources.Sources, "source")
router.register("snapshots", sources.Snapshots, "snapshot")
router.register("evidence", sources.EvidenceResource, "evidence")
router.register("verdicts", verdicts.Verdicts, "verdict")
router.register("rulings", verdicts.Rulings, "ruling")
router.register("publications", verdicts.Publications, "publication")
router.register("scales", verdicts.Scales, "scale")


class Nothing(APIView):
    """Every other address under the API, so that a mistyped one is answered as all errors are."""

    schema = None
    metadata_class = None

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound

    def get(self, request: Request) -> Response:
        raise NotFound


# The page of the package itself has a style inside, which the policy for browsers refuses.
# OPTIONS tells nothing that the schema does not, and of the pages it cannot tell anything.
SCHEMA = SpectacularAPIView.as_view(metadata_class=None)
DOCS = SpectacularSwaggerSplitView.as_view(
    url_name="api:schema", template_name="api/docs.html", metadata_class=None
)

urlpatterns: list[URLPattern | URLResolver] = [
    *router.urls,
    path("exports/<str:format>", exports.Exports.as_view(), name="export"),
    path("schema/", SCHEMA, name="schema"),
    path("docs/", DOCS, name="docs"),
    re_path(r"", Nothing.as_view(), name="nothing"),
]
