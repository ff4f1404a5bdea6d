"""All settings of the product; every one that can be changed comes from the environment (docs/configuration.md)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import django_stubs_ext
from django.utils.translation import gettext_lazy as _

from alongside.config import env, secrets
from alongside.config.postgres import database_settings

django_stubs_ext.monkeypatch()

SOURCE = Path(__file__).resolve().parents[1]

DEBUG = env.flag("ALONGSIDE_DEBUG")
DEMO = env.flag("ALONGSIDE_DEMO")
DEMO_PEOPLE = {
    "ben@example.org": _("a mentee"),
    "ada@example.org": _("a mentor"),
    "freya@example.org": _("both at once"),
    "cleo@example.org": _("a coordinator"),
    "dev@example.org": _("an administrator"),
}
"""Whom the demo lets in by one click, and what they are; the domain is reserved, so no visitor has such an address."""
TEXT_LIKENESS = env.flag("ALONGSIDE_TEXT_LIKENESS", default=True)
"""Whether what people wrote counts a little for the fit, where the packaged model is installed."""
BASE_URL = env.text("ALONGSIDE_URL", "http://127.0.0.1:8000").rstrip("/")
SECURE = BASE_URL.startswith("https://")
ALLOWED_HOSTS = env.words("ALONGSIDE_HOSTS", f"{urlsplit(BASE_URL).hostname},127.0.0.1,localhost,[::1]")
CALLS_URL = env.text("ALONGSIDE_CALLS_URL").rstrip("/")
"""A Jitsi Meet that makes a room of any name; without it people paste the link of their call."""
LIVE_STREAMS = env.number("ALONGSIDE_LIVE_STREAMS", 500)
"""How many open pages one web process tells of changes; the others show them when they are loaded again."""
OUTBOUND_HOSTS = env.words("ALONGSIDE_OUTBOUND_HOSTS")
"""Hosts of one's own network that may be fetched from, without https too; everything else must be public."""
SECRET_KEY = secrets.secret_key()
PUSH_KEY = secrets.push_key
KEY_ENCRYPTION_KEYS = secrets.key_encryption_keys
"""A function that returns {key id: 32 bytes}, newest first; asked when a private text is first read or written."""

INSTALLED_APPS = [
    "alongside.config.apps.ConfigConfig",
    "alongside.demo",
    "alongside.front",
    "alongside.integrations",
    "alongside.practice",
    "alongside.matching",
    "alongside.mentoring",
    "alongside.programmes",
    "alongside.growth",
    "alongside.people",
    "alongside.accounts",
    "alongside.activity",
    "alongside.vault",
    "alongside.kit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "template_partials.apps.SimpleAppConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "alongside.kit.middleware.room.room",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads at random; the secrets in a page are masked anew each time
    "alongside.kit.middleware.bodies.LargeBodies",
    "alongside.kit.middleware.security.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "alongside.accounts.middleware.Authentication",
    "alongside.accounts.middleware.Person",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.kit.middleware.addresses.PlainAddresses",
    "alongside.activity.once.middleware.Once",
    "alongside.kit.middleware.refusals.Refusals",
]

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "alongside.kit.templatetags.kit",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "alongside.kit.forms.Renderer"

DATABASES = {"default": database_settings(env.text("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "alongside.accounts.sign_in.passwords.LongEnough"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CONDUCT_URL = "/accounts/conduct/"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "landing"
ACCOUNT_ADAPTER = "alongside.accounts.sign_in.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "alongside.accounts.sign_in.signing_up.SignUp"
ACCOUNT_FORMS = {
    "login": "alongside.accounts.sign_in.forms.Login",
    "signup": "alongside.accounts.sign_in.forms.SignUp",
    "add_email": "alongside.accounts.sign_in.forms.AddEmail",
    "change_password": "alongside.accounts.sign_in.forms.ChangePassword",
    "set_password": "alongside.accounts.sign_in.forms.SetPassword",
    "reset_password": "alongside.accounts.sign_in.forms.ResetPassword",
    "reset_password_from_key": "alongside.accounts.sign_in.forms.ResetPasswordKey",
    "reauthenticate": "alongside.accounts.sign_in.forms.Reauthenticate",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # in the browser that signed up, and nowhere else
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = None
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("ALONGSIDE_PROXIES", 0)
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
MFA_ADAPTER = "alongside.accounts.sign_in.adapter.SecondFactors"
MFA_FORMS = {
    "authenticate": "alongside.accounts.sign_in.forms.Authenticate",
    "reauthenticate": "alongside.accounts.sign_in.forms.ReauthenticateByCode",
    "activate_totp": "alongside.accounts.sign_in.forms.ActivateApp",
    "add_webauthn": "alongside.accounts.sign_in.forms.AddPasskey",
    "edit_webauthn": "alongside.accounts.sign_in.forms.EditPasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

EMAIL_BACKEND = "alongside.activity.mail.backend.Outbox"
DEFAULT_FROM_EMAIL = env.text("ALONGSIDE_MAIL_FROM", "Alongside <alongside@localhost>")
REPLY_ADDRESS = env.text("ALONGSIDE_REPLY_ADDRESS")
"""A mailbox to which calendar programs answer invitations; everything of the form name+anything@host arrives there."""
IMAP_HOST = env.text("ALONGSIDE_IMAP_HOST")
IMAP_PORT = env.number("ALONGSIDE_IMAP_PORT", 993)
IMAP_USER = env.text("ALONGSIDE_IMAP_USER")
IMAP_PASSWORD = env.text("ALONGSIDE_IMAP_PASSWORD")
SMTP_HOST = env.text("ALONGSIDE_SMTP_HOST")
SMTP_PORT = env.number("ALONGSIDE_SMTP_PORT", 587)
SMTP_USER = env.text("ALONGSIDE_SMTP_USER")
SMTP_PASSWORD = env.text("ALONGSIDE_SMTP_PASSWORD")
SMTP_TLS = env.text("ALONGSIDE_SMTP_TLS", "starttls")

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
SESSION_ENGINE = "alongside.accounts.sessions.store"
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "alongside.kit.views.csrf_failure"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
LARGE_BODIES = {"/growth/archive/restore/": 1110 * 1024 * 1024}
"""Where more may be sent than to other forms: an archive has its person's files in it."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "alongside.kit.logs.Line", "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    },
    "filters": {"one_line": {"()": "alongside.kit.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING", "propagate": True},
        "django.security.DisallowedHost": {"filters": ["one_line"]},  # whoever scans the net fills no log
    },
}
"""Faults go to the error channel, where systemd or Docker keep them; never what people wrote."""

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [SOURCE / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = secrets.data_folder() / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or env.flag("ALONGSIDE_TESTING")
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = secrets.data_folder() / "files"
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG or env.flag("ALONGSIDE_TESTING")

PROCRASTINATE_ON_APP_READY = "alongside.config.wiring.on_app_ready"

PLACES = [
    ("today", _("Today"), "today", "sun"),
    ("find", _("Find"), "search.index", "search"),
    ("mentorships", _("Mentorships"), "mentorships.index", "users"),
    ("growth", _("Growth"), "growth.index", "sprout"),
    ("community", _("Community"), "community.index", "message-circle"),
    ("programmes", _("Programmes"), "programmes.index", "layers"),
    ("settings", _("Settings"), "settings", "settings"),
]
"""The seven places: key, label, URL name, icon. A place whose URL does not exist yet is not shown."""
