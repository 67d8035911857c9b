"""Form fields for words that people type: line ends become LF, and what cannot be stored is refused with its place."""

from typing import Any

from django import forms

from claims.text import refuse_controls, unify_line_ends

# More than any rationale needs; the copy of an article has a limit of its own.
LONGEST = 20_000


class LineField(forms.CharField):
    default_validators = [refuse_controls]


class WordsField(forms.CharField):
    widget = forms.Textarea
    default_validators = [refuse_controls]

    def __init__(self, *, rows: int = 4, max_length: int | None = LONGEST, **options: Any) -> None:
        super().__init__(max_length=max_length, **options)
        self.widget.attrs["rows"] = rows

    def to_python(self, value: Any) -> str:
        return unify_line_ends(super().to_python(value) or "")


class DayField(forms.DateField):
    """A day, typed or chosen as the browser offers it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d"], **options)


class AddressField(forms.URLField):
    default_validators = [*forms.URLField.default_validators, refuse_controls]

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=2000, assume_scheme="https", **options)
