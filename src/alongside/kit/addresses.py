"""Addresses that came with a request: followed only when they stay on this site."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def ours(address: str, otherwise: str) -> str:
    """Return the address if it is a path of this site, and ``otherwise`` if it leads anywhere else."""
    stays = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if stays else otherwise


def came_from(request: HttpRequest) -> str:
    """Return the page of this site from which the request came, or the start."""
    try:
        told = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # no address at all, such as one with half an IPv6 host
        return "/"
    here = told.netloc == request.get_host()
    return ours(told._replace(scheme="", netloc="", fragment="").geturl(), "/") if here else "/"
