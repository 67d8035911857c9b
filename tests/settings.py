"""The desk's settings with what tests change: tasks run at once, plain static files, quick passwords."""

import os
import tempfile
from pathlib import Path

from config.settings import *  # noqa: F403
from config.settings import DATABASES, DJANGO_6, INSTALLED_APPS, REST_FRAMEWORK, STORAGES  # noqa: F401

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False  # tests of the lockout turn it on
# Empty, and there: what serves collected files warns when nothing has been collected.
STATIC_ROOT = Path(tempfile.gettempdir()) / "stet-test-static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {
    "default": {
        "BACKEND": "django.tasks.backends.immediate.ImmediateBackend"
        if DJANGO_6
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}
# A file, because a database in memory has neither WAL nor locks to speak of, and those are what goes wrong.
DATABASES["default"]["TEST"] = (
    {"NAME": Path(tempfile.gettempdir()) / f"stet-test-{os.getpid()}.sqlite3"}
    if "sqlite" in DATABASES["default"]["ENGINE"]
    else {"NAME": f"stet_test_{os.getpid()}"}
)
LOGGING_CONFIG = None
