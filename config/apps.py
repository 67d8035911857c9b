from django.apps import AppConfig
from django.core.checks import Tags, register

from config.databases import check_durability


class DeskConfig(AppConfig):
    """The desk as a whole: what checks and starts it."""

    name = "config"

    def ready(self) -> None:
        register(Tags.database)(check_durability)
