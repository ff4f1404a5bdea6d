"""A circle that has just come together: three learn to price, and two mentors lead it."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now, travel
from alongside.matching.requests import actions as requests
from alongside.mentoring.circles import actions as circles
from alongside.mentoring.circles.models import CircleInvitation
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.messages import actions as messages
from alongside.people.offers import actions as offers

DAY = dt.timedelta(days=1)
GOAL = "Price what we build, together"
QUESTIONS = {
    "Zofia Wiśniewska": "Where do you start when nobody has ever asked what it is worth?",
    "Diego Fuentes": "How do you test a price without losing the people you test it on?",
    "Marta Nowak": "What would you ask ten customers first?",
}


def come_together(people: dict[str, Person]) -> None:
    """Freya takes three into one circle, and Oluwaseun leads it with her."""
    freya, second = people["Freya Olsen"], people["Oluwaseun Adeyemi"]
    for mentor in (freya, second):
        formats = sorted({*mentor.offer.formats, "circle"})
        offers.change(mentor.offer, by=mentor, open=True, capacity=3, formats=formats)
    circle: Mentorship | None = None
    for days, (name, question) in zip((12, 11, 9), QUESTIONS.items(), strict=True):
        with travel(now() - days * DAY):
            asked = requests.send(
                freya, by=people[name], brief=None, goal=GOAL, question=question, format="circle"
            )
            circle = requests.accept(asked, by=freya, into=circle)
    assert circle is not None
    with travel(now() - 8 * DAY):
        _ask_to_lead(Mentorship.objects.with_people().get(pk=circle.pk), freya, second)
        together = Mentorship.objects.with_people().get(pk=circle.pk)
        messages.send(together, "Bring one price that you do not believe in. Any product will do.", by=freya)
    meetings.plan_one(
        together, (now() + 4 * DAY).replace(hour=15, minute=0, second=0, microsecond=0), by=second
    )


def _ask_to_lead(circle: Mentorship, freya: Person, second: Person) -> None:
    circles.invite_mentor(circle, second.email, by=freya)
    circles.join(CircleInvitation.objects.select_related("circle").get(circle=circle), by=second)
