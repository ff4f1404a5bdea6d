"""The handful of people who are also the cast of the tests and the screenshots."""

from __future__ import annotations

from .content.people import Life

CAST = [
    Life("Ben Okafor", "Europe/London", ("en",), "engineer", 2, "mobility", 0, "northwind"),
    Life("Ada Lindqvist", "Europe/Stockholm", ("en", "sv"), "engineer", 5, "fintech", 3, "both"),
    Life("Freya Olsen", "Europe/Copenhagen", ("da", "en"), "analyst", 3, "mobility", 2, "northwind"),
    Life("Cleo Marchetti", "Europe/Rome", ("it", "en"), "operations", 4, "mobility", 1, "northwind"),
    Life("Dev Raman", "Asia/Kolkata", ("en", "hi"), "engineer", 5, "mobility", 0, "northwind"),
]
"""A mentee, a mentor, somebody who is both, a coordinator, an administrator: in the order of the sign-ins."""
