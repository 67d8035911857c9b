"""What the schema says beyond what the views declare: problems, tags, preconditions and keys, the same everywhere."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ComponentRegistry

from claims.api import idempotency
from claims.api.authentication import SCHEME
from claims.api.problems import MEDIA_TYPE, title_of

_TEXT = {"type": "string"}
_TAG = {"description": "The row's tag for `If-Match` and `If-None-Match`.", "schema": _TEXT}
_PROBLEMS = {
    304: "What is known already is still so.",
    400: "Something in the request cannot be taken; `errors` names each place.",
    401: "Nobody is known by this token or session.",
    403: "This person may not do this; `detail` says why.",
    404: "There is nothing here, or nothing that this person may see.",
    406: "Another media type was asked for than JSON.",
    409: "Not possible as things stand; `detail` says why.",
    412: "Somebody else was first. `current` is the newer state; nothing was written.",
    413: "The body is larger than this address takes.",
    415: "The body is not JSON.",
    422: "The Idempotency-Key came with another body before.",
    428: "`If-Match` is missing.",
    503: "The database is busy; send it again.",
}
PROBLEM = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "Which kind of problem, such as urn:stet:problem:invalid."},
        "title": {"type": "string", "description": "The name of the status."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong and how to mend it."},
        "errors": {
            "type": "array",
            "description": "Each place that is wrong.",
            "items": {
                "type": "object",
                "required": ["detail"],
                "properties": {
                    "field": {"type": "string", "description": "Such as new_evidence.0.quote."},
                    "parameter": {"type": "string", "description": "A query parameter or a header."},
                    "detail": _TEXT,
                },
            },
        },
        "current": {
            "type": "object",
            "description": "With 412: the newer state.",
            "additionalProperties": True,
        },
    },
}


class DeskSchema(AutoSchema):
    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: ComponentRegistry
    ) -> dict[str, Any] | None:
        operation = super().get_operation(path, path_regex, path_prefix, method, registry)
        if operation is None:
            return operation
        one, tagged = "{id}" in path, getattr(self.view, "tagged", True)
        operation.setdefault("parameters", []).extend(_headers(method, one=one) if tagged else [])
        for status, response in operation["responses"].items():
            if status in ("200", "201") and (one or method == "POST"):
                response.setdefault("headers", {})["ETag"] = _TAG
            if status == "201":
                response["headers"]["Location"] = {"description": "The new row.", "schema": _TEXT}
        operation["responses"].update(_problems(method, one=one, tagged=tagged))
        return operation

    def get_summary(self) -> str | None:
        """The first sentence of what the method says, or what it does in general."""
        said: str = self.get_description() or ""
        general = {"list": f"List {self.get_tags()[0]}", "retrieve": "Show one"}
        first = said.replace("\n", " ").split(". ")[0].split(": ")[0].rstrip(".")
        return general.get(getattr(self.view, "action", ""), first) or None


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "claims.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "http", "scheme": SCHEME.lower(), "description": "Made at the desk, shown once."}


def add_problem(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Puts what all addresses share among the schema's components."""
    components = result["components"]
    components["schemas"]["Problem"] = PROBLEM
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    components["responses"] = {
        _name(status): {"description": said} | ({} if status == 304 else {"content": content})
        for status, said in _PROBLEMS.items()
    }
    return result


def _headers(method: str, *, one: bool) -> list[dict[str, Any]]:
    found = []
    if method == "GET":
        found.append(_header("If-None-Match", "The tag of what is known already: 304 when it is still so."))
    if method == "PATCH":
        found.append(_header("If-Match", "The tag of the state that was seen.", required=True))
    if method == "POST" and one:
        found.append(
            _header("If-Match", "The tag of the state that was seen; 412 when it is another by now.")
        )
    if method == "POST":
        said = "Any text of the sender's own, such as a UUID: sent again, the request is done once."
        found.append(_header(idempotency.HEADER, said))
    return found


def _header(name: str, description: str, *, required: bool = False) -> dict[str, Any]:
    header: dict[str, Any] = {"in": "header", "name": name, "description": description, "schema": _TEXT}
    return {**header, "required": True} if required else header


def _problems(method: str, *, one: bool, tagged: bool) -> dict[str, Any]:
    statuses = {400, 401, 403, 406, 503}
    if one:
        statuses.add(404)
    if method == "POST":
        statuses |= {409, 412, 413, 415, 422}
    if method == "PATCH":
        statuses |= {409, 412, 413, 415, 428}
    if method == "GET":
        statuses.add(304 if tagged else 409)
    return {str(status): {"$ref": f"#/components/responses/{_name(status)}"} for status in sorted(statuses)}


def _name(status: int) -> str:
    return title_of(status).replace(" ", "")
