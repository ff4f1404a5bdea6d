"""An address that came with a request is followed only on this site."""

from __future__ import annotations

import pytest

from alongside.kit.addresses import came_from, ours

ELSEWHERE = [
    "", "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\/evil.example",
    "http:evil.example", "javascript:alert(1)", "data:text/html,x", "\t//evil.example", " //evil.example",
    "\x01//evil.example", "evil.example", "http://[::1", "https:evil.example", "//evil.example\\@here", "?next=/",
    "/\t/evil.example", "//\u3002evil.example", "today/",
]  # fmt: skip


@pytest.mark.parametrize("address", ELSEWHERE)
def test_what_leads_elsewhere_is_not_followed(address):
    assert ours(address, "/today/") == "/today/"


@pytest.mark.parametrize(
    "address", ["/", "/find/?sort=new&x=1#two", "/a/%2F%2Fevil.example", "/@evil.example"]
)
def test_a_path_of_this_site_is_followed(address):
    assert ours(address, "/today/") == address


@pytest.mark.parametrize(
    ("told", "followed"),
    [
        ("http://testserver/find/?words=a", "/find/?words=a"),
        ("http://testserver", "/"),
        ("https://evil.example/find/", "/"),
        ("http://testserver@evil.example/", "/"),
        ("http://testserver//evil.example/", "/"),
        ("http://[::1", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_one_goes_back_only_to_a_page_of_this_site(rf, told, followed):
    assert came_from(rf.post("/x/", headers={"referer": told})) == followed
