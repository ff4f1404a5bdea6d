"""Who is told of a message: that there is one, never what it says."""

from __future__ import annotations

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.activity.notices.telling import ByMail, tell
from alongside.mentoring.mentorships.queries import others

from .models import Message


def tell_the_others(event: Event) -> None:
    """Somebody wrote: a line and a letter, and no second ones until the thread has been opened."""
    message = Message.objects.for_list().filter(code=event.about_code, deleted_at=None).first()
    if message is None:
        return
    line = format_lazy(_("You have a message from {name}"), name=message.author.name)
    url = reverse("messages.index", args=[message.mentorship.code])
    readers = others(message.mentorship, message.author)
    waiting = Notice.objects.unread().filter(person__in=readers, url=url).values_list("person", flat=True)
    told = set(waiting)
    for reader in readers:
        if reader.pk not in told:
            tell(reader, kind=event.verb, text=line, url=url, letter=ByMail("mentoring/messages/mail/told"))
