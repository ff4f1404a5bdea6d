"""Fifty-four experiences that make a product manager, in ten skills, in our own words.

The ten skills, and how many experiences each has, follow "Product Managers: learn by doing" of the UK Government
Digital Service (2019; public sector information under the Open Government Licence v3.0).
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

EXPERIENCES: dict[str, tuple[str, ...]] = {
    _("Agile working"): (
        _("Planned a short cycle of work with a team"),
        _("Led a retrospective that changed something"),
        _("Cut a story so small that it shipped in days"),
        _("Took part in the work of two different teams"),
        _("Stopped work that was no longer worth it"),
        _("Explained to an outsider why plans change"),
    ),
    _("Digital perspective"): (
        _("Followed a service from the first click to the back office"),
        _("Compared buying with building"),
        _("Talked an architecture through with the engineers who made it"),
        _("Watched somebody use a service with a screen reader"),
        _("Checked what personal data a product needs"),
        _("Used figures of use to question a belief"),
        _("Learned how another organisation solved the same"),
    ),
    _("Financial ownership"): (
        _("Wrote a business case with costs that finance accepted"),
        _("Followed a budget for a quarter"),
    ),
    _("Life cycle"): (
        _("Took part in the discovery of a product"),
        _("Brought a product from trial to everybody"),
        _("Retired a product, or a large part of one"),
    ),
    _("Operations"): (
        _("Answered customers’ questions for a day"),
        _("Took part in an incident, and in its review"),
        _("Planned how a release is taken back"),
        _("Agreed on a service level"),
        _("Told customers of an outage"),
        _("Weighed upkeep against something new"),
        _("Handed a product over to those who run it"),
    ),
    _("Problem ownership"): (
        _("Turned a request into the problem behind it"),
        _("Kept a team at a problem when a solution tempted it"),
    ),
    _("Product ownership"): (
        _("Ordered a backlog and could defend every place"),
        _("Wrote what done means, with the team"),
        _("Said no to somebody important, with reasons"),
        _("Showed work to those who pay for it"),
        _("Decided with half of the facts"),
        _("Gave a team a goal instead of a list"),
        _("Spoke for a product outside of its team"),
        _("Changed a plan because of what was learned"),
    ),
    _("Strategy"): (
        _("Wrote down where a product should be in two years"),
        _("Linked a team’s work to a goal of the company"),
        _("Looked at what rivals do, and decided what not to follow"),
        _("Set measures that tell success from effort"),
        _("Made a roadmap of problems"),
        _("Won support for a direction from another department"),
        _("Found out what a law means for a product"),
        _("Ended something to make room for something better"),
    ),
    _("Constraints"): (
        _("Worked around a fixed date or contract"),
        _("Got an old rule changed, or learned why it stands"),
    ),
    _("User focus"): (
        _("Listened to users in person"),
        _("Planned a round of research"),
        _("Drew insights from it together with the team"),
        _("Tested a sketch before it was built"),
        _("Told what people say from what they do"),
        _("Met somebody who cannot use the service"),
        _("Brought engineers to users"),
        _("Described needs without naming a solution"),
        _("Saw that something shipped did not help, and said so"),
    ),
}
