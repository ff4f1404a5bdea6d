"""Launches, told with their measure: product, problem, own part, measure, before, after, product type."""

from __future__ import annotations

from typing import NamedTuple


class LaunchText(NamedTuple):
    """One launch."""

    product: str
    problem: str
    part: str
    measure: str
    before: str
    after: str


LAUNCHES = [
    LaunchText(
        "Self-serve onboarding",
        "New customers waited nine days for a specialist to set them up, and a third never came back.",
        "I interviewed fourteen of those who had left, cut the set-up to the four steps that mattered, and ran it with support for a month before we automated it.",
        "customers active after 30 days",
        "41 %",
        "63 %",
    ),
    LaunchText(
        "Instant refunds",
        "Refunds took five working days and made up a quarter of all contacts.",
        "I worked out the cost of the risk with finance, set a limit we could live with, and launched it to one region first.",
        "refund contacts a week",
        "3,100",
        "900",
    ),
    LaunchText(
        "Partner API",
        "Every integration was a project of six weeks, so partners queued.",
        "I wrote the first version of the contract with two partners in the room and said no to eleven requests that only one of them had.",
        "days to a first live call",
        "42",
        "6",
    ),
    LaunchText(
        "Planner's morning view",
        "Planners kept four windows open and still missed late vehicles.",
        "I spent three dawns in the control room, then shipped one screen that showed only what had changed.",
        "late vehicles noticed in time",
        "54 %",
        "88 %",
    ),
    LaunchText(
        "Price test on the team plan",
        "We had not touched the price in four years and nobody knew why.",
        "I designed the test with data science, told sales before it began, and stopped it early when one segment suffered.",
        "revenue per new team",
        "£96",
        "£131",
    ),
    LaunchText(
        "Accessible checkout",
        "People who used a screen reader finished the checkout half as often as others.",
        "I brought in five of them as testers, paid, and made their list our backlog for a quarter.",
        "completion with a screen reader",
        "31 %",
        "68 %",
    ),
    LaunchText(
        "Retiring the old reports",
        "Ninety reports, eleven of them used, and a team of four to keep them alive.",
        "I called each of the remaining readers myself and moved them one by one.",
        "reports kept alive",
        "90",
        "12",
    ),
    LaunchText(
        "Shift swaps by phone",
        "Nurses swapped shifts on paper by the lift; the rota was wrong by Wednesday.",
        "I sat on two wards for a week, and shipped a version that worked with one thumb.",
        "rota errors a week",
        "23",
        "4",
    ),
    LaunchText(
        "Fraud review desk",
        "Analysts decided on gut feeling, and honest customers were blocked for days.",
        "I framed the problem as time to a fair answer and got risk and support to share one measure.",
        "hours to a decision",
        "52",
        "7",
    ),
    LaunchText(
        "Lesson planner",
        "Teachers rebuilt the same lesson every September.",
        "I followed six teachers through one half-term and launched with templates they had written.",
        "teachers planning weekly",
        "1,200",
        "9,400",
    ),
    LaunchText(
        "Permit tracker",
        "One in three calls to the city asked only where a permit was.",
        "I persuaded three departments to publish one honest status, and wrote its words with the call centre.",
        "calls about status a month",
        "8,600",
        "2,300",
    ),
    LaunchText(
        "Forecast for small shops",
        "Small shops ordered by feel and threw away a tenth of what they bought.",
        "I shipped a spreadsheet first, to learn whether anybody would trust a number from us.",
        "stock thrown away",
        "10.2 %",
        "6.1 %",
    ),
]
