from importlib import import_module

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "What was said"

    def ready(self) -> None:
        # Registers the checks; they need the apps to be loaded first.
        import_module("claims.checks")
