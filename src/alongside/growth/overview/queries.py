"""What the place of growth shows: skills, career, and stories with the skills that they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.frameworks.queries import framework_here
from alongside.growth.plans.queries import current_of
from alongside.growth.skills.chart import skills_chart
from alongside.growth.skills.queries import Area, areas_of, names_of
from alongside.people.careers.models import Story
from alongside.people.careers.queries import career_of


@dataclass(frozen=True, slots=True)
class Told:
    """A story, and the names of the skills that it shows."""

    story: Story
    skills: list[str]


def overview(
    person: Person, organisation: Organisation | None = None
) -> dict[str, Any]:  # Any: what a page shows
    """Everything of the page."""
    framework = framework_here(organisation)
    areas, career = areas_of(person, framework), career_of(person)
    return {
        "framework": framework,
        "areas": areas,
        "chart_of_skills": skills_chart(areas),
        "rated": sum(area.rated for area in areas),
        "total": sum(len(area.skills) for area in areas),
        "plan": current_of(person),
        "career": career,
        "stories": with_skills(career.stories, areas),
    }


def with_skills(stories: Sequence[Story], areas: Sequence[Area]) -> list[Told]:
    """Name the skills of each story, also those of another framework; one that is not known is left out."""
    names = {one.skill.word: one.skill.name for area in areas for one in area.skills}
    if others := {word for story in stories for word in story.skills} - set(names):
        names |= names_of(others)
    return [Told(story, [names[word] for word in story.skills if word in names]) for story in stories]
