"""The article in a web page, without what stands around it. Fetches nothing."""

import re
from typing import Any

from trafilatura import bare_extraction, load_html

from claims.extraction.decoding import Unreadable
from claims.extraction.limits import Extracted, run

# Where pages state when they appeared, the most telling first.
_STATED = (
    "//meta[@property='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='DC.date' or @name='dc.date' or @name='pubdate']/@content",
    "//time[@pubdate]/@datetime",
)
_LINKED_DATA = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{10,40})\"")
_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")


def read(data: bytes) -> Extracted:
    tree = load_html(data)
    stated = stated_day(tree) if tree is not None else ""
    page: Any = bare_extraction(tree, with_metadata=True, include_comments=False, include_tables=False)
    if page is None or not (page.text or "").strip():
        raise Unreadable("no article was found in this page. Save the article's text as a .txt file.")
    return Extracted(
        text=re.sub(r"\n+", "\n\n", page.text.strip()),
        title=page.title or "",
        byline=(page.author or "").replace("; ", ", "),
        outlet=page.sitename or "",
        url=page.url or "",
        published_on=stated,
        language=page.language or "",
    )


def stated_day(tree: Any) -> str:
    """The day on which the page says that it appeared, or nothing. A guessed one would make every "last year" wrong."""
    values = [value for path in _STATED for value in tree.xpath(path)]
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        values += _LINKED_DATA.findall(script)
    found = (_DAY.match(value) for value in values)
    return next((day[1] for day in found if day), "")


if __name__ == "__main__":
    run(read)
