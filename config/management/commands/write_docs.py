from typing import Any

from django.core.management.base import BaseCommand

from config.documents import documents


class Command(BaseCommand):
    help = "Write the parts of the documentation that are made from the code."

    def handle(self, **options: Any) -> None:
        for file, text in documents().items():
            if not file.exists() or file.read_text() != text:
                file.write_text(text)
                self.stdout.write(f"{file.name} written")
