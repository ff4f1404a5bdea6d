"""Stories of success and of failure, and what was learned."""

from __future__ import annotations

from typing import NamedTuple


class StoryText(NamedTuple):
    """One story: kind, title, what happened, what was learned, skills of the framework."""

    kind: str
    title: str
    happened: str
    learned: str
    skills: tuple[str, ...]


STORIES = [
    StoryText(
        "failure",
        "The loyalty scheme that nobody asked for",
        "We built for seven months what the board had seen at a rival. On launch day four hundred people joined; a month later sixty used it. I had known since the second interview and had not said it loudly enough.",
        "Bring bad news while it is cheap. I now write down before we start what would make us stop.",
        ("A2", "D3"),
    ),
    StoryText(
        "success",
        "Saying no to our largest customer",
        "They wanted a module that only they would use, and offered to pay for it. I showed them the three problems behind the request and what we would do for two of them. They stayed, and renewed.",
        "People accept a no that shows you understood them.",
        ("B3", "D4"),
    ),
    StoryText(
        "failure",
        "A migration on a Friday",
        "I let a date on a slide decide. Support worked the weekend, eleven customers lost an afternoon of work, and two left.",
        "A plan without a way back is a hope. I ask for the roll-back before I ask for the date.",
        ("C3", "C4"),
    ),
    StoryText(
        "success",
        "From engineer to product manager without a title",
        "I asked to run the interviews for a feature that I was building. After the fourth, I knew what we should not build, and said so. Half a year later the job was mine.",
        "Do the work before you hold the title, and let somebody see you doing it.",
        ("F4", "A1"),
    ),
    StoryText(
        "failure",
        "My first team of product managers",
        "I kept doing their work because I was quicker. Two of five left within the year and told the truth on the way out.",
        "Being quicker is no reason. I now ask two questions before I give one answer.",
        ("E2", "E1"),
    ),
    StoryText(
        "success",
        "The strategy that fitted on a page",
        "Four versions of forty slides had failed. I wrote one page that said what we would not do, read it aloud to the executives, and stayed silent. They argued for an hour and then agreed.",
        "A strategy is the list of things that you stop.",
        ("B1", "D2"),
    ),
    StoryText(
        "failure",
        "The experiment that we read too early",
        "Day three looked wonderful and I told everybody. By day ten the effect was gone, and so was some of my credit.",
        "Agree on the day of reading before the first visitor.",
        ("A3",),
    ),
    StoryText(
        "success",
        "Turning the sceptic in operations",
        "The head of operations had blocked two releases. I asked to spend a night shift with her team, and came back with her list instead of mine.",
        "Sceptics usually carry the missing requirement.",
        ("D1", "D4"),
    ),
    StoryText(
        "failure",
        "Being laid off, and what I did badly after",
        "I applied to sixty jobs in three weeks with the same letter. I heard nothing, and believed it.",
        "Six conversations did what sixty letters did not. Ask people, not portals.",
        ("F2", "F3"),
    ),
    StoryText(
        "success",
        "Leading through a reorganisation",
        "Three teams became two over a summer. I told people what I knew, what I did not, and when I would know more, every Monday.",
        "Certainty is rare; rhythm is not.",
        ("F2", "E1"),
    ),
    StoryText(
        "failure",
        "The platform without a customer",
        "We made everything general. After a year nothing was finished and nobody waited for it.",
        "Take one real customer per platform feature, with a name and a date.",
        ("C2", "B3"),
    ),
    StoryText(
        "success",
        "A price that people could explain",
        "We had eleven plans. I asked customers to explain theirs to me; two of thirty could. We went to three.",
        "If a customer cannot explain the price, it is a bug.",
        ("B2",),
    ),
    StoryText(
        "failure",
        "Hiring in my own image",
        "My first four hires thought as I did. We agreed quickly, and wrongly.",
        "Structure the interview, and hire for what the team lacks.",
        ("E3",),
    ),
    StoryText(
        "success",
        "Declining a dark pattern",
        "The numbers for hiding the cancel button were good. I put a recording of one annoyed customer beside them, and we shipped an honest page. Complaints halved.",
        "A number needs a face beside it.",
        ("E4",),
    ),
]
