"""Devices ring: the right ones, signed, without a word, not in quiet hours, and not after goodbye."""

from __future__ import annotations

import base64
import datetime as dt
import http.server
import json
import threading

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from procrastinate.contrib.django.models import ProcrastinateJob

from alongside.activity.devices import actions, ringing, signing
from alongside.activity.devices.models import Device
from alongside.activity.devices.queries import refusals
from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.notices import kinds
from alongside.activity.notices.actions import tell
from alongside.activity.notices.models import Notice, Preference
from alongside.activity.notices.telling import ByMail
from alongside.kit.clock import travel
from alongside.kit.errors import Forbidden, Refused

ELSEWHERE = "https://push.example/send/abc"


class Push(http.server.BaseHTTPRequestHandler):
    """A push service: keeps what it was asked, and answers with the number that stands in the path."""

    rung: list = []

    def do_POST(self):
        self.rung.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(int(self.path.strip("/")))
        self.end_headers()

    def log_message(self, *words):
        pass


@pytest.fixture
def service(settings):
    settings.OUTBOUND_HOSTS, Push.rung = ["127.0.0.1"], []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Push) as server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def way(monkeypatch, cast):
    """Let the kind "test" come to Ben by a way."""

    def choose(chosen, **quiet):
        monkeypatch.setattr(kinds, "KINDS", [kinds.Kind("test", "Test", "Test", ("test",))])
        Preference.objects.create(person=cast.ben, ways={"test": chosen}, **quiet)
        tell(cast.ben, kind="test.done", text="A line", letter=ByMail())

    return choose


def jobs():
    return ProcrastinateJob.objects.filter(task_name="devices.ring")


def test_a_browser_is_kept_sealed_and_once(cast):
    first = actions.add(ELSEWHERE, by=cast.ben)
    again = actions.add(ELSEWHERE, by=cast.ben)

    assert (Device.objects.get(), again.address) == (again, ELSEWHERE)
    assert first.code != again.code
    assert b"push.example" not in bytes(Device.objects.values_list("address", flat=True).get())
    assert [event.verb for event in Event.objects.all()] == ["device.added"] * 2


def test_a_shared_browser_rings_for_who_asked_last(cast):
    actions.add(ELSEWHERE, by=cast.ben)
    actions.add(ELSEWHERE, by=cast.ada)

    assert Device.objects.get().person == cast.ada


def test_the_eleventh_device_takes_the_place_of_the_first(cast):
    for number in range(actions.AT_MOST + 1):
        actions.add(f"{ELSEWHERE}{number}", by=cast.ben)

    kept = {device.address for device in Device.objects.visible_to(cast.ben)}
    assert kept == {f"{ELSEWHERE}{number}" for number in range(1, 11)}


def test_the_devices_of_one_person_never_hold_up_more_than_one_job(cast):
    for number in range(2):
        actions.add(f"{ELSEWHERE}{number}", by=cast.ben)
    actions.add(ELSEWHERE, by=cast.ada)
    for person in (cast.ben, cast.ada):
        ringing.ring(person)

    assert sorted(jobs().values_list("lock", flat=True)) == sorted(
        [f"devices.of.{cast.ben.pk}"] * 2 + [f"devices.of.{cast.ada.pk}"]
    )


@pytest.mark.parametrize(
    "address", ["http://push.example/1", "javascript:x", "https://", "ftp://push.example/"]
)
def test_a_strange_address_is_refused(cast, address):
    with pytest.raises(Refused, match="does not ring"):
        actions.add(address, by=cast.ben)


def test_nobody_silences_somebody_elses_device(cast):
    device = actions.add(ELSEWHERE, by=cast.ben)
    assert not Device.objects.visible_to(cast.eve).exists()
    with pytest.raises(Forbidden):
        actions.forget(device, by=cast.eve)
    cast.eve.is_active = False
    with pytest.raises(Forbidden):
        actions.add(ELSEWHERE, by=cast.eve)
    with pytest.raises(Forbidden):
        actions.forget_all(by=cast.eve)


def test_devices_are_forgotten_one_by_one_or_all_at_once(cast):
    device = actions.add(ELSEWHERE, by=cast.ben)
    actions.add(ELSEWHERE + "2", by=cast.ben)
    actions.forget(device, by=cast.ben)
    actions.forget_all(by=cast.ben)
    actions.forget_all(by=cast.ben)

    assert not Device.objects.exists()
    assert [event.verb for event in Event.objects.all()][2:] == ["device.forgotten", "devices.forgotten"]


@pytest.mark.parametrize(
    ("chosen", "letters", "rings"),
    [("at_once", 1, 1), ("devices", 0, 1), ("daily", 0, 0), ("here", 0, 0), ("off", 0, 0)],
)
def test_each_way_rings_or_writes_as_it_says(cast, way, chosen, letters, rings):
    actions.add(ELSEWHERE, by=cast.ben)
    way(chosen)

    assert (Letter.objects.count(), jobs().count()) == (letters, rings)


def test_much_that_is_new_rings_once_and_after_the_quiet_hours(cast, way):
    actions.add(ELSEWHERE, by=cast.ben)
    with travel(dt.datetime(2026, 3, 2, 23, 0, tzinfo=cast.ben.zone)):
        way("devices", quiet_from=dt.time(22), quiet_until=dt.time(7))
        tell(cast.ben, kind="test.done", text="Another", letter=ByMail())

    assert Notice.objects.count() == 2
    assert jobs().get().scheduled_at == dt.datetime(2026, 3, 3, 7, 0, tzinfo=cast.ben.zone)


def test_who_left_is_not_rung(cast, service):
    device = actions.add(f"{service}/201", by=cast.ben)
    type(cast.ben).objects.filter(pk=cast.ben.pk).update(is_active=False)
    ringing.ring_device(device.pk)
    ringing.ring_device(device.pk + 1)

    assert Push.rung == []


@pytest.mark.parametrize("number", [201, 404, 410])
def test_a_ring_says_nothing_and_who_is_gone_is_forgotten(cast, service, number):
    device = actions.add(f"{service}/{number}", by=cast.ben)
    ringing.ring_device(device.pk)

    ((headers, body),) = Push.rung
    assert (body, headers["TTL"], headers["Urgency"]) == (b"", "86400", "normal")
    assert Device.objects.exists() == (number == 201)


@pytest.mark.parametrize("number", [400, 403])
def test_a_refusal_is_logged_and_kept_until_a_ring_goes_through(cast, service, caplog, number):
    device = actions.add(f"{service}/{number}", by=cast.ben)
    ringing.ring_device(device.pk)
    (refusal,) = refusals()

    assert (refusal.service, refusal.number, refusal.devices) == ("127.0.0.1", number, 1)
    assert f"127.0.0.1 answered {number}" in caplog.text
    assert f"{service}/" not in caplog.text  # by the address anybody could ring
    device.refresh_from_db()
    device.address = f"{service}/201"
    device.save()
    ringing.ring_device(device.pk)
    assert refusals() == []


@pytest.mark.parametrize("number", [429, 500, None])
def test_a_service_that_is_busy_or_away_is_tried_again(cast, service, number):
    device = actions.add(f"{service}/{number}" if number else "http://127.0.0.1:9/1", by=cast.ben)

    with pytest.raises(ringing.Unrung):
        ringing.ring_device(device.pk)
    assert Device.objects.exists()


def test_the_token_is_signed_for_this_service_and_for_half_a_day(settings):
    settings.DEFAULT_FROM_EMAIL = "Alongside <team@northwind.example>"
    at = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    token, key = signing.authorization(ELSEWHERE, at=at).removeprefix("vapid t=").split(", k=")
    head, claims, signature = token.split(".")
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), opened(key))
    halves = opened(signature)
    signed = encode_dss_signature(int.from_bytes(halves[:32], "big"), int.from_bytes(halves[32:], "big"))

    assert (json.loads(opened(head)), key) == ({"typ": "JWT", "alg": "ES256"}, signing.public_key())
    assert json.loads(opened(claims)) == {
        "aud": "https://push.example",
        "exp": int(at.timestamp()) + 12 * 3600,
        "sub": "mailto:team@northwind.example",
    }
    point.verify(signed, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    with pytest.raises(InvalidSignature):
        point.verify(signed, f"{head}.{claims}x".encode(), ec.ECDSA(hashes.SHA256()))


def opened(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
