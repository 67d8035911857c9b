"""The article in a web page, without what stands around it. Fetches nothing."""

import re
from typing import Any

from trafilatura import bare_extraction

from claims.extraction.decoding import Unreadable
from claims.extraction.limits import Extracted, run

# Only a date that the page itself states: a guessed dateline would make every "last year" wrong.
_DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}


def read(data: bytes) -> Extracted:
    page: Any = bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if page is None or not (page.text or "").strip():
        raise Unreadable("no article was found in this page. Save the article's text as a .txt file.")
    return Extracted(
        text=re.sub(r"\n+", "\n\n", page.text.strip()),
        title=page.title or "",
        byline=(page.author or "").replace("; ", ", "),
        outlet=page.sitename or "",
        url=page.url or "",
        published_on=page.date or "",
        language=page.language or "",
    )


if __name__ == "__main__":
    run(read)
