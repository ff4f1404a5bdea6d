"""Where stakeholders stand, and whom to talk to first."""

from __future__ import annotations

SPLIT = 3


def quadrant(power: float, interest: float) -> str:
    """manage, satisfy, inform or monitor; power and interest from 1 to 5 are high from 3. Source: A. Mendelow."""
    if power >= SPLIT:
        return "manage" if interest >= SPLIT else "satisfy"
    return "inform" if interest >= SPLIT else "monitor"


def urgency(power: float, now: float, needed: float) -> float:
    """power × (needed − now), each stance from −2 to 2; nobody who already stands where needed is urgent."""
    return power * max(0.0, needed - now)
