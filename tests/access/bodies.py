"""What a good request would send, so that a call that is refused is refused for who sent it."""

from typing import Any

from tests.access.rows import Rows
from tests.factories import rating

NOTE = "A name was misspelt."


def body_of(route: str, rows: Rows) -> dict[str, Any]:
    """For the web as form fields, for the API as JSON."""
    true = rating("true")
    verdict = {"rating": true.pk, "rationale": "The minutes say so.", "evidence": [rows.evidence.pk]}
    bodies: dict[str, dict[str, Any]] = {
        "articles/new/": {"text": "Snow fell on the town hall.", "language": "en"},
        "articles/<article_id>/edit/": {"title": "Sold", "language": "en", "revision": rows.article.revision},
        "articles/<article_id>/triage/": {"all": "on"},
        "account/tokens/": {"name": "a script", "days": 30},
        "claims/<claim_id>/evidence/": {"title": "A deed", "stance": "supports", "kind": "document"},
        "claims/<claim_id>/draft/": {"rating": true.pk, "rationale": "Half done.", "revision": 1},
        "claims/<claim_id>/submit/": {**verdict, "revision": 1},
        "claims/<claim_id>/assign/": {"reviewer": rows.another.pk},
        "claims/<claim_id>/dismiss/": {"disposition": "opinion", "reason": "A matter of taste."},
        "claims/<claim_id>/adjudicate/": {"rating": true.pk, "summary": "Sold.", "reasons": "The deed."},
        "claims/<claim_id>/send-back/": {"reason": "Look at the deed."},
        "claims/<claim_id>/publish/": {"summary": "Sold.", "confirm": "on"},
        "claims/<claim_id>/correct/": {
            "summary": "Sold.",
            "correction": "typo",
            "note": NOTE,
            "confirm": "on",
        },
        "claims/<claim_id>/recheck/": {"reason": "New minutes."},
        "claims/<claim_id>/withdraw/": {"note": "Not in the article.", "confirm": "on"},
        "sources/<source_id>/edit/": {
            "title": "Minutes",
            "kind": "document",
            "revision": rows.source.revision,
        },
        "sources/<source_id>/snapshot/": {"text": "The sale is agreed."},
        "api/v1/articles/": {"text": "Snow fell on the town hall."},
        "api/v1/articles/<pk>/": {"title": "Sold"},
        "api/v1/sources/": {"title": "A deed"},
        "api/v1/sources/<pk>/": {"title": "Minutes"},
        "api/v1/snapshots/": {"source": rows.source.pk, "text": "The sale is agreed."},
        "api/v1/evidence/": {"review": rows.shared.pk, "source": rows.source.pk, "stance": "supports"},
        "api/v1/verdicts/": {"review": rows.shared.pk, **verdict},
        "api/v1/assignments/<pk>/": {"draft_rationale": "Half done."},
        "api/v1/reviews/<pk>/assign/": {"reviewer": rows.another.pk},
        "api/v1/reviews/<pk>/dismiss/": {"disposition": "opinion", "reason": "A matter of taste."},
        "api/v1/reviews/<pk>/adjudicate/": {"rating": "true", "summary": "Sold.", "reasons": "The deed."},
        "api/v1/reviews/<pk>/send_back/": {"reason": "Look at the deed."},
        "api/v1/reviews/<pk>/correct/": {"summary": "Sold.", "correction": "typo", "note": NOTE},
        "api/v1/reviews/<pk>/recheck/": {"reason": "New minutes."},
        "api/v1/reviews/<pk>/withdraw/": {"note": "Not in the article."},
    }
    return bodies.get(route, {})
