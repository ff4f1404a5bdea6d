"""The pages of reviews."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship, Participant

from . import actions, forms, shown
from .models import Review
from .recommending import ENOUGH, recommended_in


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The moments at which both look back."""
    pair = _pair(request, mentorship)
    rows = Review.objects.visible_to(request.person).filter(mentorship=pair).prefetch_related("answers")
    return page(request, "mentoring/reviews/index.html", shown.course(pair, list(rows), request.person))


@person_required
@require_POST
def begin(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Begin one now."""
    review = actions.begin(_pair(request, mentorship), request.POST.get("kind", ""), by=request.person)
    return redirect("reviews.answer", review.code)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """What was answered, as far as it may be read."""
    return page(request, "mentoring/reviews/show.html", shown.one(_review(request, code), request.person))


@person_required
@require_http_methods(["GET", "POST"])
def answer(request: PersonRequest, code: str) -> HttpResponse:
    """Look back, for oneself first."""
    review = _review(request, code)
    data = request.POST if request.method == "POST" else None
    form = forms.Answer(data, review=review, initial=shown.before(review, request.person))
    if form.is_valid():
        try:
            actions.answer(review, by=request.person, **form.given())
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            return redirect("reviews.show", code)
    context = {"form": form, "review": review, "mentorship": review.mentorship}
    return page(request, "mentoring/reviews/answer.html", context, status=422 if form.is_bound else 200)


@person_required
@require_GET
def recommended(request: PersonRequest) -> HttpResponse:
    """Whether those who part would recommend it, for whoever runs mentoring where one looks through."""
    here = request.membership
    if here is None or not (here.is_coordinator or here.is_administrator):
        raise Http404
    told = recommended_in(here.organisation)
    sides = [(side.label, told[side.value]) for side in Participant.Side]
    context = {"organisation": here.organisation, "sides": sides, "enough": ENOUGH}
    return page(request, "mentoring/reviews/recommended.html", context)


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)


def _review(request: PersonRequest, code: str) -> Review:
    return get_object_or_404(Review.objects.visible_to(request.person).with_people(), code=code)
