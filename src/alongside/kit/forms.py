"""How every form looks: label, hint, error and field, in this order."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Fields and forms by the product's own templates."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
