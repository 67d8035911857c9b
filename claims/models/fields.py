"""Fields that refuse what cannot be stored safely, whichever door it came through."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models

from claims.text import refuse_controls, refuse_controls_within


class _Plain:
    """Checks a value when it is validated and again when it is written, so that no write goes round the boundary."""

    default_validators: Sequence[Callable[..., None]] = [refuse_controls]

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)  # type: ignore[misc]
        if isinstance(prepared, str):
            refuse_controls(prepared)
        return prepared


class PlainTextField(_Plain, models.TextField):  # type: ignore[type-arg,misc]
    pass


class PlainCharField(_Plain, models.CharField):  # type: ignore[type-arg,misc]
    pass


class PlainURLField(_Plain, models.URLField):  # type: ignore[type-arg,misc]
    """An http or https address; other schemes never become a link on a page. Each column names its schemes in a
    validator of its own, so the stock one, which would say the same a second time, is left out."""

    def formfield(self, **kwargs: Any) -> Any:
        # What is typed without a scheme is taken for https, as Django does by itself from 6.0 on.
        return super().formfield(**{"assume_scheme": "https", **kwargs})


class PlainJSONField(models.JSONField):
    default_validators = [refuse_controls_within]

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        refuse_controls_within(value)
        return super().get_db_prep_value(value, connection, prepared)
