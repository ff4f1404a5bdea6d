"""What the pages on hiring rest on: measured, described officially, or one person's account. The words are ours."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

MEASURED, OFFICIAL, ACCOUNT = _("measured"), _("official description"), _("one person’s account")


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read, and what kind of knowledge it is."""

    name: str
    url: str
    kind: StrOrPromise


@dataclass(frozen=True, slots=True)
class Fact:
    """What a source says, told by us."""

    text: StrOrPromise
    source: Source


SACKETT = Source(
    "Sackett, Zhang, Berry and Lievens, Industrial and Organizational Psychology, 2023 (on their review of 2022 in the Journal of Applied Psychology)",
    "https://www.cambridge.org/core/journals/industrial-and-organizational-psychology/article/revisiting-the-design-of-selection-systems-in-light-of-new-findings-regarding-the-validity-of-widely-used-predictors/A20984B138319E3D432E643978BF026D",
    MEASURED,
)
UK_2025 = Source(
    "UK Government, Digital and Data Profession: product manager, of 28 February 2025 (Open Government Licence v3.0)",
    "https://ddat-capability-framework.service.gov.uk/product-manager.html",
    OFFICIAL,
)
UK_2017 = Source(
    "UK Government, product manager pathway of 2017 (Open Government Licence v3.0)",
    "https://github.com/alphagov/ddat-pathway-product-service-manager",
    OFFICIAL,
)
SIXTY_ONE = Source(
    "“4 things I learned after 61 product manager interviews”, twenty companies, from October 2022",
    "https://productleaders.org/4-things-i-learned-after-61-product-manager-interviews",
    ACCOUNT,
)
NAZIMUDDIN = Source(
    "Mansur Nazimuddin for the Institute of Product Leadership",
    "https://www.productleadership.com/nailing-product-manager-interview-for-startups/",
    ACCOUNT,
)
SIZES = Source(
    "Swolta, “Same name, different role”",
    "https://www.swolta.com/post/same-name-different-role-what-different-company-sizes-value-in-pm-candidates",
    ACCOUNT,
)
PATHWAY = Source(
    "Scott Colfer, Product Management Handbook: the pathway",
    "https://scottcolfer.com/product-management-handbook/pathway",
    ACCOUNT,
)

STRUCTURED = Fact(
    _(
        "The same questions for everybody, rated by anchors, foretell work best of all the ways compared (about .42 on a scale up to 1); a free conversation does so half as well (.19). So expect prepared questions, and prepare stories rather than charm."
    ),
    SACKETT,
)
YEARS = Fact(
    _(
        "Years of experience alone foretell next to nothing (.07). “Ten years” is no argument; what you decided in them is."
    ),
    SACKETT,
)
SAMPLES = Fact(
    _(
        "Samples of the work (.33) and knowledge of it (.40) foretell more than a talk: a task to take home or on a whiteboard is likely, and fair if it is short."
    ),
    SACKETT,
)
FOUR_FITS = Fact(
    _(
        "Somebody who sat through 61 interviews found four fits that decided: the industry, the technology, the way money is made, and the kind of role."
    ),
    SIXTY_ONE,
)
RESULT_FIRST = Fact(_("The same person got further by beginning each story with its result."), SIXTY_ONE)
