"""The words in which a career is told: bands, stages, industries, product types and moves."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Function(models.TextChoices):
    """The kind of work in a position."""

    PRODUCT = "product", _("Product management")
    ENGINEERING = "engineering", _("Engineering")
    DESIGN = "design", _("Design and research")
    DATA = "data", _("Data and analytics")
    MARKETING = "marketing", _("Marketing")
    SALES = "sales", _("Sales and success")
    CONSULTING = "consulting", _("Consulting")
    OPERATIONS = "operations", _("Operations and projects")
    FOUNDING = "founding", _("Founding a company")
    OTHER = "other", _("Something else")


class Level(models.IntegerChoices):
    """The scope of a position, by the ladder of the skills framework."""

    ASSOCIATE = 1, _("Associate or aspiring")
    MANAGER = 2, _("Product manager")
    SENIOR = 3, _("Senior")
    PRINCIPAL = 4, _("Group or principal")
    DIRECTOR = 5, _("Director")
    VICE_PRESIDENT = 6, _("Vice president")
    CHIEF = 7, _("Chief product officer")


class Size(models.TextChoices):
    """How many people work there."""

    TINY = "1-10", _("1 to 10 people")
    SMALL = "11-50", _("11 to 50 people")
    MEDIUM = "51-250", _("51 to 250 people")
    LARGE = "251-1000", _("251 to 1,000 people")
    VERY_LARGE = "1001-10000", _("1,001 to 10,000 people")
    ENTERPRISE = "10001+", _("More than 10,000 people")


class Stage(models.TextChoices):
    """Where the company stands."""

    IDEA = "idea", _("Before a first product")
    START_UP = "start_up", _("Start-up")
    SCALE_UP = "scale_up", _("Scale-up")
    MID_SIZE = "mid_size", _("Mid-size company")
    ENTERPRISE = "enterprise", _("Enterprise")
    PUBLIC = "public", _("Public body or charity")


class Industry(models.TextChoices):
    """What the company does."""

    FINTECH = "fintech", _("Banking and fintech")
    HEALTH = "health", _("Health")
    EDUCATION = "education", _("Education")
    COMMERCE = "commerce", _("Retail and commerce")
    MEDIA = "media", _("Media and games")
    MOBILITY = "mobility", _("Travel and mobility")
    ENERGY = "energy", _("Energy and climate")
    INDUSTRY = "industry", _("Manufacturing")
    TELECOMS = "telecoms", _("Telecoms")
    SOFTWARE = "software", _("Software and developer tools")
    SECURITY = "security", _("Security")
    PROPERTY = "property", _("Property and construction")
    FOOD = "food", _("Food and agriculture")
    GOVERNMENT = "government", _("Government")
    CHARITY = "charity", _("Charity")
    PROFESSIONAL = "professional", _("Professional services")


class ProductType(models.TextChoices):
    """What sort of product."""

    B2B_SAAS = "b2b_saas", _("B2B SaaS")
    CONSUMER = "consumer", _("Consumer")
    MARKETPLACE = "marketplace", _("Marketplace")
    PLATFORM = "platform", _("Platform or API")
    HARDWARE = "hardware", _("Hardware")
    INTERNAL = "internal", _("Internal tools")
    DATA_AI = "data_ai", _("Data and AI")
    PUBLIC_SERVICE = "public_service", _("Public service")


class Move(models.TextChoices):
    """A transition in a career."""

    ENGINEER_TO_PM = "engineer_to_pm", _("engineer → PM")
    DESIGNER_TO_PM = "designer_to_pm", _("designer → PM")
    ANALYST_TO_PM = "analyst_to_pm", _("analyst → PM")
    CONSULTANT_TO_PM = "consultant_to_pm", _("consultant → PM")
    MARKETER_TO_PM = "marketer_to_pm", _("marketer → PM")
    FOUNDER_TO_PM = "founder_to_pm", _("founder → PM")
    OTHER_TO_PM = "other_to_pm", _("another job → PM")
    PM_TO_FOUNDER = "pm_to_founder", _("PM → founder")
    IC_TO_MANAGER = "ic_to_manager", _("individual contributor → manager")
    MANAGER_TO_IC = "manager_to_ic", _("manager → individual contributor")
    PM_TO_SENIOR = "pm_to_senior", _("PM → senior PM")
    SENIOR_TO_PRINCIPAL = "senior_to_principal", _("senior → group or principal")
    TO_DIRECTOR = "to_director", _("to director")
    TO_EXECUTIVE = "to_executive", _("to vice president or chief")
    START_UP_TO_ENTERPRISE = "start_up_to_enterprise", _("start-up → enterprise")
    ENTERPRISE_TO_START_UP = "enterprise_to_start_up", _("enterprise → start-up")
    CHANGE_OF_INDUSTRY = "change_of_industry", _("change of industry")
    CONSUMER_TO_B2B = "consumer_to_b2b", _("consumer → B2B")
    B2B_TO_CONSUMER = "b2b_to_consumer", _("B2B → consumer")
    RETURN_TO_WORK = "return_to_work", _("return after a break")
