"""The error channel says what went wrong, never what somebody wrote or could sign in with."""

from __future__ import annotations

import logging

from django.db import IntegrityError, transaction
from django.db import connection as database

from alongside.kit.codes import new_code, new_token
from alongside.kit.logs import Line

WORDS = "I am afraid that my director has noticed.\nWe meet on Monday"


def line_of(caplog):
    [record] = caplog.records
    return Line("%(name)s: %(message)s").format(record)


def test_the_token_of_a_link_is_struck_out_and_a_code_stays(caplog):
    token, code = new_token(), new_code()
    logging.getLogger("django.request").warning(
        "%s: %s", "Not Found", f"/people/vouching/answer/{token}/{code}/"
    )

    assert line_of(caplog) == f"django.request: Not Found: /people/vouching/answer/…/{code}/"


def test_the_row_that_broke_a_rule_is_left_out(caplog, db):
    try:
        with transaction.atomic(), database.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE kept (words text CHECK (words = ''))")
            cursor.execute("INSERT INTO kept VALUES (%s)", [WORDS])
    except IntegrityError:
        logging.getLogger("django.request").exception("Internal Server Error")

    line = line_of(caplog)
    assert ("violates check constraint" in line, "director" in line, "Monday" in line) == (True, False, False)
    assert "The above exception was the direct cause" in line  # the rest of the traceback stays


def test_a_host_that_is_not_ours_is_one_line(caplog, client):
    assert client.get("/", SERVER_NAME="elsewhere.example").status_code == 400

    assert "elsewhere.example" in line_of(caplog)
    assert "Traceback" not in line_of(caplog)
