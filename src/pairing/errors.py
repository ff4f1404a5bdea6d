"""The one exception that the engine raises for input it cannot use, with a sentence for a person."""

from __future__ import annotations


class InputError(ValueError):
    """What was asked cannot be answered; ``code`` is stable, the message is plain English.

    ``values`` holds what a translated sentence needs.
    """

    def __init__(self, code: str, message: str, **values: object) -> None:
        super().__init__(message)
        self.code = code
        self.values = values
