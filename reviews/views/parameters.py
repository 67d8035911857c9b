"""Reads what an address asks for, whatever stands in it."""

from django.http import HttpRequest

LARGEST = 2**31 - 1


def number_from(request: HttpRequest, name: str) -> int:
    """A count in the query string; 0 for none, nonsense, and numbers that nothing here could have."""
    value = request.GET.get(name, "")
    if not (value.isascii() and value.isdecimal()) or len(value) > 10:
        return 0
    return min(int(value), LARGEST)


def choice_from(request: HttpRequest, name: str, choices: tuple[str, ...]) -> str:
    """One of the choices; the first of them for none and nonsense."""
    value = request.GET.get(name, "")
    return value if value in choices else choices[0]
