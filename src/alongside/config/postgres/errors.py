"""What can go wrong when the embedded database starts, each with a sentence that says what to do."""

from __future__ import annotations


class NotStarted(Exception):
    """The embedded database cannot run; the message is written for the person who runs Alongside."""


FROM_LOG = {
    "No space left on device": "The disk that holds {data} is full. Free some space and start again; "
    "nothing that was saved is lost.",
    "could not create any Unix-domain sockets": "The database cannot make its socket in {socket}. "
    "Check that the folder can be written to.",
    "Permission denied": "The database may not read or write its own files under {data}. "
    "Check who owns them; the log is {log}.",
    "pre-existing shared memory block": "Another database process still uses {data}. "
    "Wait until it has ended, or end it, and start again.",
    "could not locate a valid checkpoint record": "The database files under {data} are damaged. "
    "Move the folder aside and bring a backup back: alongside restore FILE.",
}
"""What PostgreSQL writes, and what we say instead."""


def explain(output: str, **places: object) -> str:
    """Turn the end of PostgreSQL's log into one plain message."""
    for sign, message in FROM_LOG.items():
        if sign in output:
            return message.format(**places)
    lines = output.strip().splitlines()[-5:]
    shown = "\n  ".join(lines) or "it said nothing"
    return f"The database did not start. Its log ({places.get('log')}) ends with:\n  {shown}"
