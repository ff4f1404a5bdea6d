"""The pages: by role, and by stage of the company. What is looked for, how it shows, what is asked, what raises doubt."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from .sources import (
    FOUR_FITS,
    NAZIMUDDIN,
    PATHWAY,
    RESULT_FIRST,
    SAMPLES,
    SIXTY_ONE,
    SIZES,
    STRUCTURED,
    UK_2017,
    UK_2025,
    YEARS,
    Fact,
)

Looked = tuple[StrOrPromise, StrOrPromise]
"""What is looked for, and how it shows."""


@dataclass(frozen=True, slots=True)
class Guide:
    """One page."""

    key: str
    name: StrOrPromise
    short: StrOrPromise
    looked: tuple[Looked, ...]
    asked: tuple[StrOrPromise, ...]
    doubts: tuple[StrOrPromise, ...]
    ask: tuple[StrOrPromise, ...]
    facts: tuple[Fact, ...]
    role: str = ""
    """Its name in the framework, whose targets stand beside it."""


ROLES = (
    Guide(
        "first", _("A first post in product"), _("Somebody who will learn fast, and who already cares about a problem rather than a title."),
        (
            (_("Curiosity about one kind of user"), _("You have talked to some of them, without being asked, and changed your mind.")),
            (_("Telling a problem from a wish"), _("Given a feature, you ask who has the problem and what they do today.")),
            (_("Clear writing"), _("Half a page that somebody could act on.")),
            (_("Being told"), _("A time you were wrong, who said so, and what you did the week after.")),
        ),
        (_("Which product do you use that could be better for somebody else than you?"), _("Tell me of something you finished although nobody made you."), _("Why product, and not your present work?")),
        (_("“I have ideas” with no user in it."), _("From engineering: “I built”, and never “we decided against”."), _("A method for every question, and no question back.")),
        (_("Who would teach me, and how often would we meet?"), _("What did the last one who began here own after a year?")),
        (Fact(_("In government an associate owns features or a part of a product, with support; it is named as a way in for people who change to digital work."), UK_2025), SAMPLES, YEARS),
        "APM / aspiring",
    ),
    Guide(
        "pm", _("Product manager"), _("Somebody who can be given a problem and comes back with a result, and with the team."),
        (
            (_("One thing carried from problem to result"), _("The number before and after, your own part in it, and what you would do otherwise.")),
            (_("Choosing, and saying what not"), _("A release that you cut, how, and who was unhappy.")),
            (_("Working with engineers and designers as equals"), _("A time one of them changed the plan.")),
            (_("Reading data without believing all of it"), _("A measure that misled you, and how you noticed.")),
        ),
        (_("Walk me through something you shipped. Begin with what came of it."), _("What did you decide not to build, and who asked for it?"), _("How would you find out whether this feature is worth it?")),
        (_("Output without outcome: shipped, launched, delivered."), _("“We” throughout: I cannot see you."), _("No failure of your own in an hour.")),
        (_("Who decides what the team works on next?"), _("When did a product manager last talk to a customer?")),
        (Fact(_("The table of 2017 asks a product manager for the third of four levels, practitioner, in five of nine capabilities: money, problems, the product, strategy and users; for working knowledge in the rest."), UK_2017), STRUCTURED, RESULT_FIRST),
        "PM",
    ),
    Guide(
        "senior", _("Senior product manager"), _("Somebody who finds the problem in an area, and whom others follow without being told to."),
        (
            (_("Finding the problem"), _("An area that was handed to you open, and what you made the question.")),
            (_("Strategy that says no"), _("A page that a team used to turn something down while you were away.")),
            (_("Sceptics won"), _("Somebody senior who was against it, what they feared, and what you changed.")),
            (_("Making others better"), _("Somebody who does something today that they learned from you.")),
        ),
        (_("Tell me of a choice you made with half of the facts. What was the other half?"), _("What did your strategy rule out, and did that hold?"), _("When did you last change your mind in front of others?")),
        (_("A larger list of features, rather than a larger question."), _("Conflict told as somebody else’s fault."), _("Nobody else grew in the story.")),
        (_("Which problem here has no owner?"), _("What would make you say in a year that hiring me was wrong?")),
        (Fact(_("A handbook of practice sees two stages, managing products and leading product work; in the first, one is mostly with the team that delivers."), PATHWAY), YEARS, STRUCTURED),
        "Senior PM",
    ),
    Guide(
        "lead", _("Group or principal, and director"), _("Somebody who sees whether all the important problems are covered, by people who are better at it each year."),
        (
            (_("Several teams, one direction"), _("A trade between teams that you laid open, and who lost in it.")),
            (_("A business number"), _("What you owned, when it slipped, and what you stopped for it.")),
            (_("People promoted, people let go"), _("Names left out: how each of them learned early where they stood.")),
            (_("Specialist or manager, on purpose"), _("Why this track, and what you give up with it.")),
        ),
        (_("How do you find out that a team is busy with the wrong thing?"), _("Tell me of somebody you coached who did not get there."), _("Which of your organisation’s rules would you take back?")),
        (_("Still the best product manager of each team."), _("Hiring stories without a mistake."), _("Process as the answer to every question.")),
        (_("What may I stop?"), _("Who of your directors failed, and at what?")),
        (Fact(_("Of a lead product manager, the table of 2017 asks for the highest level in seven of nine capabilities, among them the problem, the product and strategy."), UK_2017), STRUCTURED, FOUR_FITS),
        "Group / Principal",
    ),
    Guide(
        "head", _("Vice president and chief"), _("Somebody whose choices still look right two years later, and whose leaders do without them."),
        (
            (_("A bet for the company"), _("What was given up for it, who was against it, and where it stands now.")),
            (_("A bench"), _("Two people who could have your post, and what you did for that.")),
            (_("Money and risk, told to a board"), _("A forecast that you missed, and how they learned of it.")),
            (_("A culture that outlasts you"), _("What still happens at your last company.")),
        ),
        (_("What did you believe about this market three years ago that was wrong?"), _("How do you work with a founder who is the product manager at heart?"), _("Whom did you hire that disagreed with you?")),
        (_("The results of a good market told as your own."), _("Everybody you mention has left."), _("A plan for us before a question to us.")),
        (_("What will the founders never give away?"), _("What did you and the one before me not agree on?")),
        (YEARS, FOUR_FITS),
        "VP",
    ),
)  # fmt: skip

STAGES = (
    Guide(
        "start-up", _("A start-up"), _("Hands, belief in the problem, and no need of anybody’s process."),
        (
            (_("Doing it yourself"), _("Research, data, support and a release note in one week, and you liked it.")),
            (_("The problem itself"), _("You know somebody who has it, and their words for it.")),
            (_("Speed of learning"), _("What you knew on Friday that you did not on Monday, and what it cost.")),
        ),
        (_("What would you do in the first two weeks, with nobody to ask?"), _("Which part of our product would you take away?"), _("How do you decide when there is no data?")),
        (_("Asking for the team first."), _("Only stories from companies with a department for everything.")),
        (_("How many months of money are there?"), _("Tell me of a time a founder was wrong about the product.")),
        (Fact(_("Small companies wanted people who go into detail and help themselves, and decided within a couple of weeks."), SIXTY_ONE), Fact(_("A product leader on start-ups: the way of hiring is far from usual, and what counts is product sense and fit with what this company wants and struggles with."), NAZIMUDDIN)),
    ),
    Guide(
        "mid-size", _("A mid-size company or a scale-up"), _("Some structure, brought by somebody who still does the work."),
        (
            (_("From once to every time"), _("Something you did by hand, then made repeatable, then gave away.")),
            (_("A product area among others"), _("What you gave up for another team’s goal.")),
            (_("Knowing the trade"), _("Why customers of this kind buy, and who decides it.")),
        ),
        (_("What broke when you doubled, and what did you do first?"), _("Tell me of a process you took away."), _("How do two product managers share one customer?")),
        (_("Either all vision, or all tickets."), _("A method of the last company for a question of this one.")),
        (_("What did you promise investors for next year?"), _("Which decision takes longest here, and why?")),
        (Fact(_("Described as a middle: some structure and still hands-on; strategy and carrying out are both probed, and knowing the trade can count."), SIZES), FOUR_FITS),
    ),
    Guide(
        "enterprise", _("An enterprise"), _("Somebody who gets a good thing through many hands without making it worse."),
        (
            (_("Many stakeholders, one decision"), _("Who had to agree, in which order you went, and what you traded.")),
            (_("Months, not weeks"), _("How you kept a promise small while the whole took a year.")),
            (_("Writing that is read"), _("A document that was passed on without you.")),
        ),
        (_("Tell me of a time you had responsibility and no authority."), _("How did you bring legal, security and operations in?"), _("What do you do when two directors want opposite things?")),
        (_("Telling how you answered support tickets, where a department does."), _("Contempt for process.")),
        (_("Who can stop a release, and when did they last?"), _("How was the last product manager promoted, and who spoke for them?")),
        (Fact(_("Large companies asked for work across many teams, and took one to three months from the first call to an offer. Begin there first if you talk to both."), SIXTY_ONE), STRUCTURED),
    ),
    Guide(
        "public", _("The public sector"), _("Everybody is a user, nobody can go elsewhere, and the reasons are read aloud."),
        (
            (_("Users who have no choice"), _("How you met those who find it hardest.")),
            (_("Living within constraints"), _("A law or a standard that you first fought, then used.")),
            (_("Money that is not yours"), _("What it cost, what it saved, and who checked that.")),
        ),
        (_("How do you find users who never answer?"), _("When did you stop a service?"), _("Show us how your work followed a published standard.")),
        (_("Growth for its own sake."), _("No word on accessibility.")),
        (_("Which capability level is this post, in your own framework?"), _("What happened after the last assessment?")),
        (Fact(_("Five levels, from associate to head of product, each with its skills and their levels in public: answer in their words."), UK_2025), STRUCTURED),
    ),
)  # fmt: skip

GUIDES = {one.key: one for one in (*ROLES, *STAGES)}
