"""What a career decision can begin with: the two options, our criteria with their weights and musts, and what to ask.

The words, the weights and the questions are ours: something to disagree with, and to change on the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the sheet: its weight of 100, the score below which an option is out, and what to find out."""

    name: StrOrPromise
    weight: int
    ask: StrOrPromise
    must: int | None = None


@dataclass(frozen=True, slots=True)
class Preset:
    """A question that many ask."""

    key: str
    name: StrOrPromise
    options: tuple[StrOrPromise, ...]
    criteria: tuple[Criterion, ...]
    roles: tuple[str, str] = ("PM", "Senior PM")
    """The roles whose expectations stand side by side."""


MANAGER = Criterion(
    _("Quality of the manager"), 10, _("Ask two people who worked for them what they learned there."), must=3
)
PAY = Criterion(_("Pay and its risk"), 10, _("What is fixed, what is shares, and what are those worth if nothing happens?"), must=2)  # fmt: skip
HOURS = Criterion(
    _("Hours"), 8, _("When was the last message of yesterday sent, and who had to answer?"), must=2
)

PRESETS: dict[str, Preset] = {
    one.key: one
    for one in (
        Preset(
            "size", _("A mid-size company or an enterprise"), (_("Mid-size company"), _("Enterprise")),
            (
                Criterion(_("Scope and breadth"), 14, _("What would be mine from problem to result, and whose word could stop it?")),
                Criterion(_("Speed of consequence"), 10, _("How long did the last decision take, from the idea to a customer?")),
                Criterion(_("People to learn from"), 14, _("Who there does my job better than I do, and would I see them work?")),
                Criterion(_("Promotion path and a sponsor"), 10, _("Who was promoted last, after how long, and who spoke for them?")),
                Criterion(_("Process and politics"), 8, _("Who has to agree before a change of plan, and what happened to the last no?")),
                Criterion(_("Closeness to customers"), 10, _("When did a product manager last talk to a customer without a go-between?")),
                PAY,
                Criterion(_("Stability"), 6, _("How many months of money are there, and when was the last re-organisation?")),
                HOURS,
                MANAGER,
            ),
        ),
        Preset(
            "track", _("Individual contributor or manager"), (_("Individual contributor"), _("Manager of people")),
            (
                Criterion(_("What fills the week"), 18, _("Follow one person of each kind for a day. Which day would you want again?")),
                Criterion(_("Whose work I am proud of"), 14, _("Think of your last three good weeks. Was it your work, or somebody else’s?")),
                Criterion(_("Hard conversations"), 12, _("What would you say to somebody who does not keep up? Say it aloud to a mentor.")),
                Criterion(_("Depth of craft"), 12, _("What would you stop being good at, and after how long?")),
                Criterion(_("Say in direction"), 10, _("Who was in the room when the last big choice was made?")),
                Criterion(_("A way back"), 10, _("Who has gone back, and how was it told?"), must=2),
                Criterion(_("Support in the new part"), 8, _("Who would teach you, and how often would you meet?")),
                PAY,
                Criterion(_("Hours"), 6, _("How full is the calendar of somebody who does it?"), must=2),
            ),
            ("Group / Principal", "Director"),
        ),
        Preset(
            "stage", _("A start-up or a scale-up"), (_("Start-up"), _("Scale-up")),
            (
                Criterion(_("Belief in the problem"), 16, _("Talk to three who have it. Would they miss the product next week?"), must=3),
                Criterion(_("Months of money"), 12, _("How long does the money last without a new round?"), must=2),
                Criterion(_("Who decides on the product"), 14, _("Tell me of a time a founder was wrong about the product. What happened?")),
                Criterion(_("Doing it from nothing"), 10, _("What is there of research, data and delivery, and what would I build alone?")),
                Criterion(_("Making it repeatable"), 10, _("What breaks as teams double, and is mending that my kind of work?")),
                Criterion(_("People to learn from"), 12, _("Who there has done the next stage already?")),
                Criterion(_("What the title leads to"), 6, _("Where did those go who had this job before?")),
                PAY,
                Criterion(_("Hours"), 10, _("Which weeks of the last quarter were ordinary ones?"), must=2),
            ),
            ("PM", "Group / Principal"),
        ),
        Preset(
            "stay", _("Stay or go"), (_("Stay, and change something"), _("Go")),
            (
                Criterion(_("What I learn"), 16, _("What can you do now that you could not a year ago?")),
                Criterion(_("The next step within reach"), 14, _("Name the person who would have to say yes. Have you asked?")),
                Criterion(_("Belief in the product"), 12, _("Would you recommend it to a friend who has the problem?")),
                Criterion(_("The people"), 14, _("With whom would you want to work again?")),
                Criterion(_("Energy on a Sunday evening"), 12, _("Write it down for four Sundays before you decide."), must=2),
                Criterion(_("What I would leave unfinished"), 8, _("What would still count if it ended half done?")),
                Criterion(_("Risk of the change"), 8, _("What is the worst month that could follow, and could you carry it?")),
                Criterion(_("Pay and its risk"), 16, _("Ask outside before you guess."), must=2),
            ),
        ),
    )
}  # fmt: skip


def preset_of(key: str) -> Preset | None:
    """The preset of this key; none for a question of one's own."""
    return PRESETS.get(key)
