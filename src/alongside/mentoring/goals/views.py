"""The pages of goals."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.frameworks.queries import skills_here, with_chosen
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, forms, queries, rules, shown
from .models import Goal


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """One's own goals, quarter by quarter."""
    return page(request, "mentoring/goals/index.html", {"quarters": queries.by_quarter(request.person)})


@person_required
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Write a goal down."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    pair.refuse_if_ended()
    known = {"title": request.GET.get("title", "")[:200]}
    form = forms.New(request.POST or None, initial=known, skills=skills_here(request.organisation))
    if request.method == "POST" and form.is_valid():
        try:
            goal = actions.set(pair, by=request.person, **form.wording())
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Written down. The other side now agrees to the levels."))
            return redirect("goals.show", goal.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "mentoring/goals/add.html", {"form": form, "mentorship": pair}, status=status)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One goal: its levels, and how it moves."""
    goal = get_object_or_404(Goal.objects.visible_to(request.person).for_show(), code=code)
    context = shown.one(goal, request.person) | {"form": forms.Tell()}
    return page(request, "mentoring/goals/show.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change the words of an open goal."""
    goal = get_object_or_404(Goal.objects.visible_to(request.person).for_show(), code=code)
    require(rules.can_change(request.person, goal))
    skills = with_chosen(skills_here(request.organisation), [goal.skill])
    form = forms.Wording(request.POST or None, initial=forms.words_of(goal), skills=skills)
    if request.method == "POST" and form.is_valid():
        actions.change(goal, by=request.person, **form.wording())
        messages.success(request, _("Changed. The other side now agrees to it anew."))
        return redirect("goals.show", goal.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "mentoring/goals/change.html", {"form": form, "goal": goal}, status=status)


@person_required
@require_POST
def agree(request: PersonRequest, code: str) -> HttpResponse:
    """Agree to the levels as they were read."""
    goal = get_object_or_404(Goal.objects.visible_to(request.person).for_show(), code=code)
    actions.agree(goal, by=request.person, seen=request.POST.get("seen", "nothing"))
    messages.success(request, _("Agreed. From now on progress is told against these levels."))
    return redirect("goals.show", goal.code)


@person_required
@require_POST
def progress(request: PersonRequest, code: str) -> HttpResponse:
    """Tell what moved."""
    goal = get_object_or_404(Goal.objects.visible_to(request.person).for_show(), code=code)
    form = forms.Tell(request.POST)
    if not form.is_valid():
        require(rules.can_progress(request.person, goal))
        context = shown.one(goal, request.person) | {"form": form}
        return page(request, "mentoring/goals/show.html", context, status=422)
    actions.progress(goal, by=request.person, **form.cleaned_data)
    messages.success(request, _("Told. Your partner sees it."))
    return redirect("goals.show", goal.code)


@person_required
@require_http_methods(["GET", "POST"])
def complete(request: PersonRequest, code: str) -> HttpResponse:
    """Call one's own goal done, at one of the levels."""
    goal = get_object_or_404(Goal.objects.visible_to(request.person).for_show(), code=code)
    require(rules.can_complete(request.person, goal))
    form = forms.Result(request.POST or None, goal=goal)
    if request.method == "POST" and form.is_valid():
        actions.complete(goal, form.cleaned_data["score"], by=request.person)
        messages.success(request, _("Completed."))
        return redirect("goals.show", goal.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "mentoring/goals/complete.html", {"form": form, "goal": goal}, status=status)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Take back a goal that is not agreed."""
    goal = get_object_or_404(Goal.objects.visible_to(request.person).for_show(), code=code)
    actions.remove(goal, by=request.person)
    messages.success(request, _("Removed."))
    return redirect("mentorships.show", goal.mentorship.code)
