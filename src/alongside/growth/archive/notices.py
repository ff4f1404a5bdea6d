"""An archive that was asked for is made by a job, and the person is told when it is ready."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.telling import tell

from .making import make_later
from .models import Archive


def begin_the_work(event: Event) -> None:
    """Somebody asked for everything of theirs."""
    archive = Archive.objects.filter(code=event.about_code).first()
    if archive is not None:
        make_later.defer(archive_id=archive.pk)


def tell_that_it_is_ready(event: Event) -> None:
    """An archive waits to be fetched."""
    archive = Archive.objects.select_related("person").filter(code=event.about_code).first()
    if archive is not None:
        tell(archive.person, kind="archive", text=_("Your archive is ready"), url=reverse("archive.index"))
