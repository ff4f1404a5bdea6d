"""What is far too large is refused before it is read."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("length", [str(5 * 1024**3), "26214401", "-1", "many"])
def test_a_body_of_five_gigabytes_is_refused_by_its_length(client, length):
    answer = client.generic("POST", "/people/imports/", b"", CONTENT_LENGTH=length)

    assert (answer.status_code, "too large" in answer.content.decode()) == (413, True)


def test_an_archive_may_be_larger_than_what_other_pages_take_but_not_from_strangers(client, settings):
    stranger = client.generic("POST", "/growth/archive/restore/", b"", CONTENT_LENGTH="99614720")
    client.cookies[settings.SESSION_COOKIE_NAME] = "some"
    sent = {"/growth/archive/restore/": "99614720", "/growth/archive/make/": "99614720"}
    codes = [
        client.generic("POST", at, b"", CONTENT_LENGTH=length).status_code for at, length in sent.items()
    ]

    assert (stranger.status_code, codes[0] == 413, codes[1]) == (413, False, 413)
