"""The people of the demo: name, zone, languages, path of their career, and where they belong."""

from __future__ import annotations

from typing import NamedTuple


class Life(NamedTuple):
    """One person: ``path`` names a way of careers.py; ``level`` is where they have got to (1 to 7)."""

    name: str
    zone: str
    languages: tuple[str, ...]
    path: str
    level: int
    industry: str
    places: int
    """How many mentees they have room for; 0 is no mentor."""
    home: str
    """northwind, circle, or both."""


PEOPLE = [
    Life("Amara Okonkwo", "Africa/Lagos", ("en", "ig"), "engineer", 4, "fintech", 2, "circle"),
    Life("Lena Hoffmann", "Europe/Berlin", ("de", "en"), "designer", 5, "energy", 1, "both"),
    Life("Mateus Almeida", "America/Sao_Paulo", ("pt", "en", "es"), "analyst", 3, "commerce", 3, "circle"),
    Life("Priya Raman", "Asia/Kolkata", ("en", "ta", "hi"), "engineer", 6, "health", 1, "circle"),
    Life("Tomás Rivera", "Europe/Madrid", ("es", "en"), "engineer", 4, "software", 2, "circle"),
    Life("Yuki Tanaka", "Asia/Tokyo", ("ja", "en"), "analyst", 4, "software", 1, "circle"),
    Life("Siobhán Byrne", "Europe/Dublin", ("en", "ga"), "marketer", 5, "media", 2, "circle"),
    Life("Noor van Dijk", "Europe/Amsterdam", ("nl", "en"), "consultant", 5, "fintech", 2, "both"),
    Life("Kwame Mensah", "Africa/Accra", ("en",), "founder", 5, "fintech", 2, "circle"),
    Life("Elif Demir", "Europe/Istanbul", ("tr", "en"), "engineer", 3, "commerce", 2, "circle"),
    Life("Jonas Bergström", "Europe/Stockholm", ("sv", "en"), "engineer", 5, "telecoms", 2, "both"),
    Life("Ines Carvalho", "Europe/Lisbon", ("pt", "en"), "designer", 4, "mobility", 2, "northwind"),
    Life("Rafael Ortega", "America/Mexico_City", ("es", "en"), "engineer", 4, "mobility", 1, "northwind"),
    Life("Hannah Weiss", "Europe/Vienna", ("de", "en"), "analyst", 4, "mobility", 2, "northwind"),
    Life("Oluwaseun Adeyemi", "Europe/London", ("en", "yo"), "consultant", 5, "mobility", 2, "northwind"),
    Life("Marta Nowak", "Europe/Warsaw", ("pl", "en"), "engineer", 3, "mobility", 1, "northwind"),
    Life("Giulia Ferraro", "Europe/Rome", ("it", "en", "fr"), "marketer", 4, "commerce", 2, "circle"),
    Life("David Osei", "Europe/London", ("en",), "operations", 4, "mobility", 1, "northwind"),
    Life("Anneli Korhonen", "Europe/Helsinki", ("fi", "en", "sv"), "designer", 6, "education", 1, "circle"),
    Life("Samir Haddad", "Asia/Beirut", ("ar", "fr", "en"), "engineer", 4, "security", 2, "circle"),
    Life("Claire Dubois", "Europe/Paris", ("fr", "en"), "consultant", 6, "health", 1, "circle"),
    Life("Mei-Ling Chen", "Asia/Singapore", ("zh", "en"), "engineer", 5, "fintech", 2, "circle"),
    Life("Aroha Ngata", "Pacific/Auckland", ("en", "mi"), "designer", 4, "government", 2, "circle"),
    Life("Peter Nakamura", "America/Los_Angeles", ("en", "ja"), "engineer", 7, "software", 1, "circle"),
    Life("Grace Mwangi", "Africa/Nairobi", ("en", "sw"), "analyst", 5, "food", 2, "circle"),
    Life("Viktor Horváth", "Europe/Budapest", ("hu", "en", "de"), "engineer", 4, "industry", 1, "circle"),
    Life("Leila Ahmadi", "America/Toronto", ("fa", "en", "fr"), "founder", 6, "health", 1, "circle"),
    Life("Callum Fraser", "Europe/London", ("en",), "sales", 4, "energy", 2, "circle"),
    Life("Ana Petrović", "Europe/Belgrade", ("sr", "en"), "engineer", 3, "media", 2, "circle"),
    Life("Thabo Dlamini", "Africa/Johannesburg", ("en", "zu"), "consultant", 4, "telecoms", 2, "circle"),
    Life("Sofia Lindgren", "Europe/Stockholm", ("sv", "en"), "designer", 3, "mobility", 2, "northwind"),
    Life("Arjun Mehta", "Asia/Kolkata", ("en", "hi", "gu"), "engineer", 5, "commerce", 3, "circle"),
    Life("Isabel Moreno", "America/Bogota", ("es", "en"), "marketer", 3, "education", 2, "circle"),
    Life("Henrik Dahl", "Europe/Copenhagen", ("da", "en", "de"), "operations", 5, "industry", 1, "circle"),
    Life(
        "Fatima Zahra Benali",
        "Africa/Casablanca",
        ("ar", "fr", "en"),
        "analyst",
        3,
        "government",
        1,
        "circle",
    ),
    Life("Nikolai Ivanov", "Europe/Sofia", ("bg", "en", "ru"), "engineer", 4, "security", 1, "both"),
    Life("Ruth Abramson", "America/New_York", ("en", "he"), "consultant", 7, "professional", 1, "circle"),
    Life("Tane Williams", "Australia/Sydney", ("en",), "sales", 5, "property", 1, "circle"),
    Life("Kateřina Dvořáková", "Europe/Prague", ("cs", "en"), "designer", 4, "commerce", 1, "circle"),
    Life("Emeka Nwosu", "Africa/Lagos", ("en", "ig"), "engineer", 2, "fintech", 0, "circle"),
    Life("Zofia Wiśniewska", "Europe/Warsaw", ("pl", "en"), "analyst", 2, "mobility", 0, "northwind"),
    Life("Lucas Martin", "Europe/Paris", ("fr", "en"), "engineer", 1, "mobility", 0, "northwind"),
    Life("Aisha Rahman", "Europe/London", ("en", "bn"), "marketer", 2, "mobility", 0, "northwind"),
    Life("Diego Fuentes", "America/Mexico_City", ("es", "en"), "engineer", 2, "mobility", 0, "northwind"),
    Life("Hye-jin Park", "Asia/Seoul", ("ko", "en"), "designer", 2, "media", 0, "circle"),
    Life("Oscar Nyström", "Europe/Stockholm", ("sv", "en"), "engineer", 1, "telecoms", 0, "northwind"),
    Life("Chiara Conti", "Europe/Rome", ("it", "en"), "consultant", 2, "commerce", 0, "circle"),
    Life("Maya Patel", "Europe/London", ("en", "gu"), "operations", 2, "mobility", 0, "northwind"),
    Life("Benjamin Köhler", "Europe/Berlin", ("de", "en"), "engineer", 2, "energy", 0, "both"),
    Life("Salma Idrissi", "Africa/Casablanca", ("ar", "fr", "en"), "engineer", 1, "education", 0, "circle"),
    Life("Noah Goldberg", "America/New_York", ("en",), "sales", 2, "software", 0, "circle"),
    Life("Linh Nguyen", "Asia/Ho_Chi_Minh", ("vi", "en"), "analyst", 2, "commerce", 0, "circle"),
    Life("Ewa Kamińska", "Europe/Warsaw", ("pl", "en"), "designer", 2, "mobility", 0, "northwind"),
    Life("Joseph Kariuki", "Africa/Nairobi", ("en", "sw"), "engineer", 2, "food", 0, "circle"),
]
"""With the cast (see cast.py) these are about sixty."""
