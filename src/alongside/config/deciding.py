"""How the sheet of a career decision is opened and read: growth asks, practice has it."""

from __future__ import annotations

from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.growth.decisions.models import CareerDecision
from alongside.growth.decisions.presets import preset_of
from alongside.growth.decisions.sheets import SHEETS, Sheets, Weighed
from alongside.practice.tools.career_matrix.computing import flip_weight
from alongside.practice.tools.career_matrix.tool import SLOTS, TOOL, options_of, totals_of, weights_of
from alongside.practice.tools.tool import Row, Sheet
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of


def start(decision: CareerDecision) -> str:
    """Start a decision matrix with the criteria, weights and musts of the preset, and the options by name."""
    preset, title = preset_of(decision.preset), decision.question[:120]
    options = {f"option_{slot}": option for slot, option in zip(SLOTS, decision.choices, strict=False)}
    rows = TOOL.blank.rows if preset is None else tuple(
        Row(f"p{at}", {"criterion": str(one.name), "weight": float(one.weight), "gate": one.must})
        for at, one in enumerate(preset.criteria)
    )  # fmt: skip
    return actions.start(TOOL, by=decision.person, title=title, sheet=Sheet(rows, options)).code


def read(person: Person, code: str) -> Weighed | None:
    """What the sheet says now; nothing when it was removed, or is not theirs."""
    worksheet = Worksheet.objects.visible_to(person).select_related("owner").filter(code=code).first()
    if worksheet is None:
        return None
    content = content_of(worksheet)
    sheet, result = content.sheet, TOOL.compute(content.sheet)
    cautions = [one for one in TOOL.warn(sheet, result) if one.key not in content.dismissed]
    return Weighed(
        worksheet.title, reverse("worksheets.show", args=[code]), reverse("scoring.compare", args=[code]),
        worksheet.mentorship_id is not None,
        [(str(name), told) for name, told in result.figures],
        _flips(sheet),
        [str(one.text) for one in cautions],
        TOOL.picture(sheet, result),
    )  # fmt: skip


def _flips(sheet: Sheet) -> list[tuple[str, str, str]]:
    """The criteria whose weight could change the order, the one that has to move least first."""
    weights, options = weights_of(sheet), options_of(sheet)
    best = [options[slot] for slot in totals_of(sheet)]
    if len(best) < 2:
        return []
    names = {row.key: row.text("criterion") for row in sheet.rows}
    found = [(key, weight, flip_weight(weights, best[0], best[1], key)) for key, weight in weights.items()]
    near = sorted(
        (abs(flip - weight), key, weight, flip)
        for key, weight, flip in found
        if flip is not None and 0 < flip < 1  # at all or nothing the others no longer count
    )
    return [(names[key], f"{weight * 100:.1f} %", f"{flip * 100:.1f} %") for _far, key, weight, flip in near]


SHEETS.append(Sheets(start, read))
