"""Static files with their content's hash in the name, in scripts that import scripts too."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise has no types
    support_js_module_import_aggregation = True

    def url_converter(self, name: str, *args: Any, **kwargs: Any) -> Callable[[re.Match[str]], str]:
        """Leave other people's scripts alone: what looks like an import in them may be a word in a comment."""
        if name.endswith(".js") and not any(
            (Path(folder) / name).exists() for folder in settings.STATICFILES_DIRS
        ):
            return lambda match: match[0]
        convert: Callable[[re.Match[str]], str] = super().url_converter(name, *args, **kwargs)
        return convert


def fingerprint() -> str:
    """Changes when any static file does: names, sizes and times of all of them, without reading one."""
    found = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = Path(storage.path(name)).stat()
            found.append((name, about.st_size, about.st_mtime_ns))
    return hashlib.sha256(json.dumps(sorted(found)).encode()).hexdigest()


def collect_if_changed() -> bool:
    """Collect the static files unless those collected are still the same. True when it did."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    current = fingerprint()
    if stamp.exists() and stamp.read_text() == current:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(current)
    return True
