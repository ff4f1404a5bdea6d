"""Invented companies: name, size band, stage, industry and product type."""

from __future__ import annotations

from typing import NamedTuple


class Company(NamedTuple):
    """A company as it was when somebody worked there."""

    name: str
    size: str
    stage: str
    industry: str
    product_type: str


NORTHWIND = Company("Northwind", "1001-10000", "scale_up", "mobility", "b2b_saas")

COMPANIES = [
    Company("Paylark", "251-1000", "scale_up", "fintech", "consumer"),
    Company("Klarbank", "10001+", "enterprise", "fintech", "consumer"),
    Company("Ledgerly", "11-50", "start_up", "fintech", "b2b_saas"),
    Company("Tollgate Payments", "1001-10000", "mid_size", "fintech", "platform"),
    Company("Wellspring Health", "51-250", "start_up", "health", "consumer"),
    Company("St Brannoc Hospitals", "10001+", "public", "health", "public_service"),
    Company("Pulseway Devices", "251-1000", "scale_up", "health", "hardware"),
    Company("Chartnote", "11-50", "start_up", "health", "b2b_saas"),
    Company("Brightslate", "51-250", "scale_up", "education", "consumer"),
    Company("Lernhaus", "251-1000", "mid_size", "education", "b2b_saas"),
    Company("Marrow & Vine", "251-1000", "mid_size", "commerce", "consumer"),
    Company("Tradepost", "1001-10000", "scale_up", "commerce", "marketplace"),
    Company("Basketful", "51-250", "start_up", "commerce", "consumer"),
    Company("Quayside Media", "1001-10000", "enterprise", "media", "consumer"),
    Company("Fable Arcade", "51-250", "scale_up", "media", "consumer"),
    Company("Roadrunner Rail", "10001+", "enterprise", "mobility", "public_service"),
    Company("Hopscotch Rides", "251-1000", "scale_up", "mobility", "marketplace"),
    Company("Gridwise", "51-250", "scale_up", "energy", "platform"),
    Company("Sunward Energy", "1001-10000", "mid_size", "energy", "hardware"),
    Company("Kessel Works", "10001+", "enterprise", "industry", "internal"),
    Company("Forgeline", "251-1000", "mid_size", "industry", "data_ai"),
    Company("Nordfon", "10001+", "enterprise", "telecoms", "consumer"),
    Company("Stackyard", "51-250", "scale_up", "software", "platform"),
    Company("Papertrail Apps", "1-10", "idea", "software", "b2b_saas"),
    Company("Cloudmoor", "1001-10000", "scale_up", "software", "platform"),
    Company("Querybird", "11-50", "start_up", "software", "data_ai"),
    Company("Padlock Labs", "251-1000", "scale_up", "security", "b2b_saas"),
    Company("Keystone Homes", "251-1000", "mid_size", "property", "marketplace"),
    Company("Furrow", "11-50", "start_up", "food", "hardware"),
    Company("City of Aldermere", "1001-10000", "public", "government", "public_service"),
    Company("Department of Permits", "10001+", "public", "government", "public_service"),
    Company("Open Hands", "51-250", "public", "charity", "public_service"),
    Company("Harrow & Lyle", "1001-10000", "enterprise", "professional", "internal"),
]
