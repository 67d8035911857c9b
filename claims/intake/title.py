"""What to call copy that comes without a title."""

LONGEST = 90
UNTITLED = "Untitled"


def title_of(text: str) -> str:
    """The headline (a short first line that ends without a full stop), or the first words with an ellipsis."""
    first, _, rest = text.strip().partition("\n")
    first = " ".join("".join(character if character.isprintable() else " " for character in first).split())
    if not first:
        return UNTITLED
    if len(first) <= LONGEST and (rest == "" or not first.endswith((".", "!", ":", ";", ","))):
        return first
    words = first[:LONGEST].rsplit(" ", 1)[0] if len(first) > LONGEST else first
    return words.rstrip(".:;,-\u2013\u2014") + "…"
