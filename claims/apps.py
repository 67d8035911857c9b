from importlib import import_module

from django.apps import AppConfig
from django.urls import register_converter

from claims.converters import RowIdConverter


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "What was said"

    def ready(self) -> None:
        register_converter(RowIdConverter, "row")
        # Registers the checks; they need the apps to be loaded first.
        import_module("claims.checks")
