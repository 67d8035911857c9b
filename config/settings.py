"""Everything that Django and its packages are told. What a desk sets for itself is in config/env.py."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import django

from config import env as environment
from config import logs

BASE_DIR = Path(__file__).resolve().parent.parent
DJANGO_6 = django.VERSION >= (6, 0)

env = environment.load()

# The desk's own
STET_URL = env.url
STET_NAME = env.name
STET_DATA_DIR = env.data_dir
STET_MAX_TEXT_BYTES = env.max_text_bytes
STET_TRUSTED_PROXIES = env.trusted_proxies
STET_FAILURES_PER_ADDRESS = 15
# Called with (claims, now) in the transaction that records a split: claims knows nothing of reviews.
STET_AFTER_SPLIT = "reviews.models.open_reviews"

SECRET_KEY = env.secret_key
DEBUG = env.debug
ALLOWED_HOSTS = list(env.allowed_hosts)
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "config",
    "reviews",
    "claims",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "knox",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "axes",
    *([] if DJANGO_6 else ["django_tasks"]),
    "django_tasks_db",
]

MIDDLEWARE = [
    "config.proxies.TrustedProxies",  # first: all others ask who is asking
    "config.logs.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware"
    if DJANGO_6
    else "config.csp.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "config.limits.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.sessions.SessionLifetime",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # a public page says so: @login_not_required
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",  # last: it answers instead of the view when an address is locked
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database. IMMEDIATE: a transaction that reads and then writes would otherwise fail with "database is locked"
# as soon as another writes in between. FULL: an acknowledged verdict survives a power cut (0.2 ms a commit).
SQLITE: dict[str, Any] = {
    "CONN_MAX_AGE": 0,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-20000;"
        "PRAGMA journal_size_limit=27103364;PRAGMA temp_store=MEMORY;"
        # Or REPLACE would go round the triggers that refuse to delete from append-only tables.
        "PRAGMA recursive_triggers=ON;",
    },
}
POSTGRESQL: dict[str, Any] = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DATABASES = {"default": env.database | (SQLITE if "sqlite" in env.database["ENGINE"] else POSTGRESQL)}
# claims.ApiToken stands in for knox's own table; its migrations would make that table all the same.
MIGRATION_MODULES: dict[str, None] = {"knox": None}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Background work waits in the same database, so that it is queued exactly when the article is stored.
TASKS: dict[str, Any] = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# People
AUTH_USER_MODEL = "claims.User"
KNOX_TOKEN_MODEL = "claims.ApiToken"  # noqa: S105
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "claims.rights.Rights"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "login"

AXES_HANDLER = "config.lockout.Lockout"
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"
AXES_RESET_ON_SUCCESS = True
# Otherwise who keeps trying keeps everyone at the same address locked out.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "config.proxies.client_of"
AXES_DISABLE_ACCESS_LOG = True  # last_login tells the same without a write a log-in
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "registration/locked.html"

# Sessions and cookies. The prefix makes browsers refuse the cookie unless it is Secure, host-only and for "/".
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.https
SESSION_COOKIE_NAME = "__Host-sessionid" if env.https else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if env.https else "csrftoken"
CSRF_TRUSTED_ORIGINS = [env.url]

# What browsers are told
NOTHING, OWN = ["'none'"], ["'self'"]
SECURE_CSP: dict[str, list[str]] = {
    "default-src": OWN,
    "img-src": [*OWN, "data:"],  # the API's documentation pages draw arrows with data: images
    "object-src": NOTHING,
    "base-uri": NOTHING,
    "form-action": OWN,
    "frame-ancestors": NOTHING,
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: []
    for name in (
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
        "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "usb",
    )
}  # fmt: skip
# Nothing is told to other sites. "no-referrer" would do so too, but makes browsers send "Origin: null" with
# forms, and then Django cannot tell a form of ours from a stranger's and refuses both.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.https
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.hsts_seconds if env.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.https
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading is for the owner of the whole domain to decide

# Bodies. Both %D1%8F and \u044f write two bytes of UTF-8 as six: the longest article must still fit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * env.max_text_bytes + 65_536
FILE_UPLOAD_PERMISSIONS = 0o600

# Static files
STATIC_URL = "/static/"
STATIC_ROOT = env.data_dir / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, Any] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static.HashedFiles"
    },
}

if not DJANGO_6:
    FORMS_URLFIELD_ASSUME_HTTPS = True  # as Django 6 does when somebody types an address without a scheme

# Language and time
LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = env.time_zone

LOGGING = logs.configuration(level=env.log_level)

REST_FRAMEWORK: dict[str, Any] = {
    # Tokens first: with sessions first a bad token would be answered 403 instead of 401.
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "claims.api.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "claims.api.paging.CursorPaging",
    "DEFAULT_SCHEMA_CLASS": "claims.api.schema.DeskSchema",
    "EXCEPTION_HANDLER": "claims.api.problems.handler",
    "URL_FORMAT_OVERRIDE": None,  # ?format= is a query parameter like any other that is not declared
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
REST_KNOX: dict[str, Any] = {
    "AUTH_HEADER_PREFIX": "Bearer",
    "TOKEN_TTL": None,  # each token has its own end
    "AUTO_REFRESH": False,
    "TOKEN_MODEL": KNOX_TOKEN_MODEL,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Stet",
    "DESCRIPTION": "What an article says, statement by statement, and what was found about it.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # Shapes of requests have names of their own; choices are named after what they are, wherever they stand.
    "COMPONENT_SPLIT_REQUEST": False,
    "ENUM_NAME_OVERRIDES": {
        "AnchorState": "claims.models.AnchorState",
        "Basis": "reviews.models.Basis",
        "Correction": "reviews.models.Correction",
        "Disposition": "claims.models.Disposition",
        "Level": "claims.models.Level",
        "Origin": "claims.models.Origin",
        "Polarity": "reviews.models.Polarity",
        "ReviewState": "reviews.workflow.State",
        "SourceKind": "reviews.models.SourceKind",
        "SplittingState": "claims.models.JobState",
        "Stance": "reviews.models.Stance",
        "Visibility": "reviews.models.Visibility",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "claims.api.schema.add_problem",
    ],
}
