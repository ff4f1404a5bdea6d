"""What is far too large is refused before it is read."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("length", [str(5 * 1024**3), "26214401", "-1", "many"])
def test_a_body_of_five_gigabytes_is_refused_by_its_length(client, length):
    answer = client.generic("POST", "/people/imports/", b"", CONTENT_LENGTH=length)

    assert (answer.status_code, "too large" in answer.content.decode()) == (413, True)
