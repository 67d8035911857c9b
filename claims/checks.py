"""What is looked at when the desk starts."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from claims.splitting.model import problem


@register()
def language_model(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The splitter's language model is installed and fits. Articles that come in without it wait to be split."""
    found = problem()
    return [] if found is None else [Error(found, id="claims.E001")]
