"""What is far too large is refused before it is read."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("length", [str(5 * 1024**3), "26214401", "-1", "many"])
def test_a_body_of_five_gigabytes_is_refused_by_its_length(client, length):
    answer = client.generic("POST", "/people/imports/", b"", CONTENT_LENGTH=length)

    assert (answer.status_code, "too large" in answer.content.decode()) == (413, True)


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("nobody", "restore", 413),
        ("a made-up cookie", "restore", 413),
        ("signed in", "restore", 200),
        ("signed in", "make", 413),
    ],
)
def test_only_an_archive_is_as_large_as_that_and_only_from_who_is_signed_in(
    cast, client, settings, who, path, status
):
    if who == "signed in":
        client.force_login(cast.ben, backend="allauth.account.auth_backends.AuthenticationBackend")
    elif who != "nobody":
        client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    answer = client.generic("GET", f"/growth/archive/{path}/", b"", CONTENT_LENGTH="943718400")

    assert answer.status_code == status
