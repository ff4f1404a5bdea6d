"""Two spreadsheets to start from, with an example in each."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

MENTEES: Mapping[str, str] = {
    "id": "ben@example.org",
    "goals": "B3:2>4; A1:1>3",
    "values": "1 0 -2 2 0 1 -1 0",
    "transition": "engineer_to_pm",
    "industry": "fintech",
    "stage": "",
    "product_type": "b2b_saas",
    "size": "",
    "availability": "Tue 17:00-19:00; Thu 08:00-10:00",
    "time_zone": "Europe/Berlin",
    "languages": "en; de",
    "cadence": "14",
    "channels": "video; chat",
    "formats": "long",
    "reach": "both",
    "organisations": "Acme",
    "wishes": "rehearse; review",
    "traits": "",
    "ranking": "",
    "mentors": "1",
    "seniority": "2",
    "team": "Payments",
    "text": "I build payments and want to become a product manager who finds out what customers need.",
    "managers": "",
    "blocked": "",
}
MENTORS: Mapping[str, str] = {
    "id": "ada@example.org",
    "skills": "B3:4; A1:5; C2:3",
    "values": "1 0 -1 2 0 0 -1 1",
    "transition": "engineer_to_pm (2015)",
    "industry": "fintech (2018)",
    "stage": "scale_up",
    "product_type": "b2b_saas; platform",
    "size": "251-1000",
    "availability": "Tue 16:00-20:00",
    "time_zone": "Europe/London",
    "languages": "en",
    "cadence": "14; 28",
    "channels": "video",
    "formats": "long; flash",
    "organisations": "Acme; Product Guild",
    "wishes": "",
    "traits": "rehearse; advise",
    "capacity": "2",
    "taken": "0",
    "trained": "yes",
    "replies": "often",
    "seniority": "5",
    "text": "Went from engineering to product in payments; I help with discovery and first launches.",
    "managers": "",
    "blocked": "",
}


def sheet(example: Mapping[str, str]) -> str:
    """A header and one example row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(example)
    writer.writerow(example.values())
    return text.getvalue()
