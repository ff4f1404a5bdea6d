"""A page with pictures that opens offline: how well people fit, who is worst off, load, reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise

import numpy as np

from .matched import Matched

STYLE = """
:root{color-scheme:light dark;--ink:#26221c;--paper:#fbf8f2;--soft:#e9e2d5;--bar:#2f6f62;--quiet:#6b6457}
@media(prefers-color-scheme:dark){:root{--ink:#f1ece2;--paper:#1d1b18;--soft:#37332c;--bar:#7cc4b4;--quiet:#b3aa9a}}
body{font:17px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;max-width:60rem;
padding:2rem 1.25rem 4rem}
h1{font-size:2rem;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem}p.quiet{color:var(--quiet);margin:0}
dl{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:1.5rem 0}dt{color:var(--quiet)}dd{margin:0;font-size:1.5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.35rem .75rem .35rem 0;
border-bottom:1px solid var(--soft)}td.number,th.number{text-align:end}
svg{width:100%;height:auto;display:block}rect.bar{fill:var(--bar)}text{fill:var(--ink);font:13px system-ui,sans-serif}
line{stroke:var(--quiet)}.wide{overflow-x:auto}
"""


def page(found: Matched, made_with: Mapping[str, object]) -> str:
    """The whole report, with no request to anywhere."""
    body = [
        "<h1>Matching report</h1>",
        f'<p class="quiet">{escape(", ".join(f"{name}: {value}" for name, value in made_with.items()))}</p>',
        _figures(found),
        *_pictures(found),
        _worst(found),
        _proof(found),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Matching report</title>'
        f"<style>{STYLE}</style></head><body><main>{''.join(body)}</main></body></html>\n"
    )


def _figures(found: Matched) -> str:
    audit = found.audit
    rows = [
        ("Mentees with a mentor", f"{audit.matched:,} of {audit.people:,}"),
        ("Mean fit", _number(audit.mean)),
        ("Lowest fit", _number(audit.worst)),
        ("Total", f"{audit.total:,.2f}"),
        ("Pairs who would both rather have each other", f"{audit.blocking:,}"),
        ("Uneven load (Gini)", f"{audit.load_gini:.2f}"),
    ]
    if found.best_total is not None:
        rows.append(("What fairness costs of the total", f"{found.assignment.price_of_fairness:,.2f}"))
    return "<dl>" + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows) + "</dl>"


def _pictures(found: Matched) -> Iterable[str]:
    fits = found.assignment.fits
    if fits.size and np.ptp(fits):
        counts, edges = np.histogram(fits, bins=12)
        names = [f"{low:.4g} to {high:.4g}" for low, high in pairwise(edges)]
        yield _chart("How well the pairs fit", found.unit, names, [int(count) for count in counts])
    load = sorted(found.audit.load.items())
    yield _chart(
        "Mentees for each mentor", "mentors", [str(count) for count, _ in load], [n for _, n in load]
    )
    if found.parts:
        names = [f"{name} (of {worth})" for name, (_, worth) in found.parts.items()]
        yield _chart(
            "The parts, on average", "points", names, [round(mean, 1) for mean, _ in found.parts.values()]
        )
    for title, counted in (
        ("Reasons, by how often they came", found.reasons),
        ("Gaps, by how often", found.gaps),
    ):
        most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:12]
        if most:
            yield _chart(title, "pairs", [name for name, _ in most], [count for _, count in most])


def _chart(title: str, unit: str, names: Sequence[str], values: Sequence[float]) -> str:
    """Bars with their numbers; the table below says the same to those who do not see it."""
    most, step = max([*values, 1]), 26
    bars = "".join(
        f'<text x="0" y="{place * step + 17}">{escape(name)}</text>'
        f'<rect class="bar" x="260" y="{place * step + 4}" width="{420 * value / most:.1f}" height="18" rx="3"/>'
        f'<text x="{268 + 420 * value / most:.1f}" y="{place * step + 17}">{value:,}</text>'
        for place, (name, value) in enumerate(zip(names, values, strict=True))
    )
    rows = "".join(
        f'<tr><td>{escape(name)}</td><td class="number">{value:,}</td></tr>'
        for name, value in zip(names, values, strict=True)
    )
    return (
        f"<section><h2>{escape(title)}</h2>"
        f'<svg viewBox="0 0 760 {step * len(names) + 4}" role="img" aria-label="{escape(title)}">{bars}</svg>'
        f'<details><summary>As a table</summary><table><tr><th>{escape(title)}</th><th class="number">'
        f"{escape(unit)}</th></tr>{rows}</table></details></section>"
    )


def _worst(found: Matched) -> str:
    """The lowest fits, and who has nobody."""
    answer = found.assignment
    lowest = np.argsort(answer.fits, kind="stable")[:10]
    rows = "".join(
        f"<tr><td>{escape(found.mentees[answer.pairs[place, 0]])}</td>"
        f"<td>{escape(found.mentors[answer.pairs[place, 1]])}</td>"
        f'<td class="number">{answer.fits[place]:.2f}</td></tr>'
        for place in lowest
    )
    alone = [found.mentees[mentee] for mentee in answer.unmatched]
    names = ", ".join(escape(name) for name in alone[:200]) + (" …" if len(alone) > 200 else "")
    nobody = f"<h2>With no mentor ({len(alone):,})</h2><p>{names}</p>" if alone else ""
    head = '<tr><th>Mentee</th><th>Mentor</th><th class="number">Fit</th></tr>'
    return f'<section><h2>The lowest fits</h2><div class="wide"><table>{head}{rows}</table></div>{nobody}</section>'


def _proof(found: Matched) -> str:
    answer = found.assignment
    sure = "No more mentees can be matched. " if answer.certain else ""
    return (
        f"<section><h2>How sure this is</h2><p>{sure}No matching of as many people under the same aim can have a total "
        f"above {answer.bound:,.2f}; this one has {answer.total:,.2f}. A fit is a judgement by stated weights, "
        "not a prediction: look at the reasons, and let both sides say yes.</p></section>"
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.2f}"
