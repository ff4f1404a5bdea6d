"""The door for the web server."""

from __future__ import annotations

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver, reverse

from alongside.config import env
from alongside.config.commands import lifeline
from alongside.config.gate import Gate

lifeline.follow()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
application = Gate(get_wsgi_application(), env.number("ALONGSIDE_THREADS", 4))
get_resolver().url_patterns  # noqa: B018 - loads every page now, so that no first visitor waits for it
reverse("today")  # and every address
import_module("alongside.matching.search.store").warm()
gc.collect()
gc.freeze()  # what is loaded by now stays: the collector need not look through it again and again
