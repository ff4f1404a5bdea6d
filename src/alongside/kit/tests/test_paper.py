"""Pages as PDF: set by an engine that may be missing, and that reaches for nothing."""

from __future__ import annotations

import http.server
import sys
import threading

import pytest

from alongside.kit import paper

pytest.importorskip("weasyprint")


def test_a_document_is_set_and_nothing_is_fetched_for_it(tmp_path):
    asked = []

    class Listening(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    secret = tmp_path / "secret"
    secret.write_text("nobody reads this")
    with http.server.HTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{server.server_port}"
        html = f"""<title>T</title><style>@import '{there}/a.css'; p {{ background: url({there}/b.png) }}</style>
            <link rel=stylesheet href='{there}/c.css'><link rel=attachment href='file://{secret}'>
            <p>Text<img src='{there}/d.png'><img src='file://{secret}'><object data='{there}/e'></object>"""
        content = paper.as_pdf(html, "mentoring/css/record.css", "no/such.css")
        server.shutdown()

    assert content.startswith(b"%PDF-")
    assert asked == []
    assert b"EmbeddedFile" not in content


def test_without_the_engine_it_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    assert paper.engine() is None
    with pytest.raises(LookupError):
        paper.as_pdf("<p>Text")


def test_a_file_is_kept_by_its_name():
    assert (
        paper.download(b"%PDF-", "record").headers["Content-Disposition"]
        == 'attachment; filename="record.pdf"'
    )
