"""Wins: something was decided, rehearsed or advised, and months later its result, with its measure."""
