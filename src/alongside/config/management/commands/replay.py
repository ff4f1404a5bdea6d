"""``alongside manage replay CODE``: decide again what a round decided, and say whether the pairs are the same."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.kit.errors import Refused
from alongside.matching.proposals.deciding import replay
from alongside.matching.rounds.models import Decision


class Command(BaseCommand):
    """Decide again."""

    help = "Decide a matching round again from what was kept, and compare the pairs."

    def add_arguments(self, parser: CommandParser) -> None:
        """The code stands on the page of decisions."""
        parser.add_argument("code", help="the code of a decision, or of a round for all of its decisions")

    def handle(self, *args: Any, code: str, **options: Any) -> None:  # noqa: ARG002  Django's own
        """Decide each of them again."""
        found = Decision.objects.filter(code=code) or Decision.objects.filter(round__code=code)
        decisions = list(found.select_related("snapshot").order_by("created_at", "pk"))
        if not decisions:
            raise CommandError(f"There is no decision and no round with the code {code}.")
        changed = [decision.code for decision in decisions if not self._same(decision)]
        if changed:
            raise CommandError(f"Not the same pairs: {', '.join(changed)}.")

    def _same(self, decision: Decision) -> bool:
        try:
            again = replay(decision)
        except Refused as no:
            self.stderr.write(f"{decision.code}: {no.sentence}")
            return False
        same = again.digest == decision.digest
        told = "the same" if same else "different"
        self.stdout.write(f"{decision.code}: {len(again.pairs)} pairs, {told} (made with {decision.engine})")
        return same
