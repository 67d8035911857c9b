"""Who saves over whom: strong tags for reading again, revisions for writing (RFC 9110, section 13; RFC 6585).

The tag of a row that can be edited is its revision, `"v3"`. Servers in between weaken tags (`W/"v3"`) or mark them when
they compress (`"v3-gzip"`), and If-Match would then fail for everybody; both forms are taken for what they were.
"""

import hashlib
import re
from typing import Any, Protocol

from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.problems import BadParameters, PreconditionRequired
from claims.refusals import Stale

_TAG = re.compile(r'(?:W/)?"(?P<opaque>[\x21\x23-\x7e\x80-\xff]*)"')
_COMPRESSED = re.compile(r"[-;](?:gzip|br|zstd|deflate)$")
_LONGEST = 1_000


class Revisioned(Protocol):
    revision: int


def tag_of(row: Revisioned) -> str:
    return f'"v{row.revision}"'


def tags_in(header: str) -> set[str] | None:
    """The tags of an If-Match or If-None-Match header, without quotes and marks; None for `*`, or a ValueError."""
    if header.strip() == "*":
        return None
    tags = set()
    for written in header.split(","):
        found = _TAG.fullmatch(written.strip())
        if found is None or len(header) > _LONGEST:
            raise ValueError(header)
        tags.add(_COMPRESSED.sub("", found["opaque"]))
    return tags


def check_revision(request: Request, row: Revisioned, *, required: bool) -> int:
    """The revision that the request starts from. Raises PreconditionRequired without one, Stale for another one."""
    header = request.headers.get("If-Match")
    if header is None:
        if required:
            raise PreconditionRequired(
                f"Say which state you have seen, so that nobody's work is lost: “If-Match: {tag_of(row)}”, "
                "with the ETag of your last GET."
            )
        return row.revision
    try:
        tags = tags_in(header)
    except ValueError:
        raise BadParameters(
            {"If-Match": f"Send the ETag that you were given, such as {tag_of(row)}."}
        ) from None
    if tags is not None and f"v{row.revision}" not in tags:
        raise Stale(row)
    return row.revision


def tag_and_compare(request: Request, response: Response) -> Any:
    """Give a rendered 200 its tag, and answer 304 when the asker has it already. Runs after who asks is known."""
    if response.status_code != 200:
        return response
    if "ETag" not in response.headers:
        response.headers["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    tag = response.headers["ETag"].strip('"')
    try:
        tags = tags_in(request.headers.get("If-None-Match", '""'))
    except ValueError:
        return response
    if tags is None or tag in tags:
        response.status_code = 304
        response.content = b""
        del response.headers["Content-Type"]
    return response
