"""JSON Resume, the open format of jsonresume.org."""

from __future__ import annotations

import json
from typing import IO, Any

from django.utils.translation import gettext as _

from alongside.kit.errors import Refused

from .career import Brought, Job, language_code
from .dates import read_month
from .files import LARGEST_ENTRY, decode

MOST_JOBS = 200


def read(file: IO[bytes]) -> Brought:
    """Return the career in a JSON Resume; anything that has another shape than expected is left out."""
    content = file.read(LARGEST_ENTRY + 1)
    if len(content) > LARGEST_ENTRY:
        raise Refused(_("The file is larger than 5 MB, which no résumé is. Choose another one."))
    try:
        whole = json.loads(decode(content))
    except (ValueError, RecursionError) as broken:  # also a number of 5,000 digits
        raise Refused(
            _("This is not a JSON file that can be read. Choose a file in the JSON Resume format.")
        ) from broken
    if not isinstance(whole, dict) or not {"basics", "work"} & whole.keys():
        raise Refused(_("There is neither “basics” nor “work” in this file, so it is no JSON Resume."))
    basics = _dict(whole.get("basics"))
    codes = [language_code(_text(_dict(one).get("language"))) for one in _list(whole.get("languages"))]
    return Brought(
        jobs=[_job(job) for job in map(_dict, _list(whole.get("work"))[:MOST_JOBS]) if _is_job(job)],
        headline=_text(basics.get("label"))[:160],
        about=_text(basics.get("summary"))[:3000],
        topics=[name[:60] for one in _list(whole.get("skills")) if (name := _text(_dict(one).get("name")))],
        languages=list(dict.fromkeys(code for code in codes if code)),
    )


def _is_job(job: dict[str, Any]) -> bool:
    return bool(_text(job.get("position")) and _company(job))


def _company(job: dict[str, Any]) -> str:
    return _text(job.get("name") or job.get("company"))


def _job(job: dict[str, Any]) -> Job:
    parts = [_text(job.get("summary")), *(f"• {_text(one)}" for one in _list(job.get("highlights")))]
    return Job(
        title=_text(job.get("position")),
        company=_company(job),
        started=read_month(_text(job.get("startDate"))),
        ended=read_month(_text(job.get("endDate"))),
        about="\n".join(part for part in parts if part.strip("• ")),
    )


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
