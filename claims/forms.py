from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from claims.fields import AddressField, DayField, LineField, WordsField
from claims.models import Article
from claims.models.article import EDITABLE

TEXT_FILES = (".txt", ".md")
NO_TEXT = "Paste the words of the article, or choose a text file."


class AboutForm(forms.Form):
    """What is known about an article besides its words."""

    title = LineField(max_length=300)
    byline = LineField(max_length=300, required=False, help_text="Who wrote it.")
    outlet = LineField(max_length=200, required=False, help_text="Where it appears.")
    url = AddressField(
        label="Address", required=False, help_text="Where it stands on the web, if it does already."
    )
    published_on = DayField(
        label="Dateline",
        required=False,
        help_text="The day the copy speaks from; “last month” is counted from it.",
    )
    language = LineField(max_length=35, initial="en", help_text="Such as en or en-GB.")


class BringForm(AboutForm):
    """An article as it comes in: pasted, or as a text file."""

    text = WordsField(
        label="Text",
        rows=16,
        required=False,
        strip=False,
        max_length=None,
        help_text="Paste the copy as it is, paragraphs apart. "
        "A first line such as “date 2026-03-01” gives the dateline.",
    )
    file = forms.FileField(
        label="Or a text file",
        required=False,
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.md,text/plain,text/markdown"}),
        help_text="Plain text or Markdown (.txt, .md) in UTF-8.",
    )
    field_order = ["text", "file", "title", "published_on", "outlet", "byline", "url", "language"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].required = False
        self.fields["title"].help_text = "Left empty, the headline or the first words."

    def clean_file(self) -> "UploadedFile[Any] | None":
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if not file:
            return None
        if not (file.name or "").lower().endswith(TEXT_FILES):
            raise ValidationError("Choose a file that ends in .txt or .md.")
        if (file.size or 0) > settings.STET_MAX_TEXT_BYTES:
            raise ValidationError(
                f"The file has {file.size} bytes; the most that the desk takes is {settings.STET_MAX_TEXT_BYTES}. "
                "Bring it in parts."
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        file = cleaned.pop("file", None)
        if file and cleaned.get("text", "").strip():
            self.add_error("file", "Either paste the text or choose a file, not both.")
        elif file:
            cleaned["text"] = self.read(file)
        elif not self.errors.keys() & {"file", "text"} and not cleaned.get("text", "").strip():
            self.add_error("text", NO_TEXT)
        return cleaned

    def read(self, file: "UploadedFile[Any]") -> str:
        try:
            return str(file.read(), "utf-8-sig")
        except UnicodeDecodeError as error:
            self.add_error(
                "file",
                f"The file is not UTF-8: byte {error.start + 1} cannot be read. Save it as UTF-8 and choose it again.",
            )
            return ""


class AboutArticleForm(AboutForm):
    """Edits what is known about an article; `revision` tells which state of it the typist has seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    @classmethod
    def of(cls, article: Article) -> "AboutArticleForm":
        known = {name: getattr(article, name) for name in (*EDITABLE, "revision")}
        return cls(initial=known)


class TokenForm(forms.Form):
    name = LineField(max_length=100, help_text="What will use it, such as “nightly export”.")
    days = forms.TypedChoiceField(
        label="Ends",
        coerce=int,
        choices=[(30, "after 30 days"), (90, "after 90 days"), (365, "after a year")],
        initial=90,
    )

    def lifetime(self) -> timedelta:
        return timedelta(days=self.cleaned_data["days"])
