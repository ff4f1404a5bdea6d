"""A form that is sent twice, or twenty times at once, acts once and answers the same."""

from __future__ import annotations

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import salted_hmac

from .models import Once as Mark


class Once:
    """Run an unsafe request that carries a ``once`` token inside one transaction with its mark.

    The unique mark makes a second sender wait until the first is done, and then follow it. An error to mend
    or a refusal takes everything back, the mark too, so that the mended form can be sent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request.POST.get("once", "")[:64].replace("\x00", "") if request.method == "POST" else ""
        if not token:
            return self.get_response(request)
        return self._act_once(request, token)

    def _act_once(self, request: HttpRequest, token: str) -> HttpResponse:
        person = request.user if request.user.is_authenticated else None
        path = salted_hmac("once", request.path, algorithm="sha256").hexdigest()  # it may hold a secret link
        key = {"token": token, "person": person, "path": path}
        try:
            with transaction.atomic():
                mark = Mark.objects.create(**key)
                return self._act(request, mark)
        except _TakeBack as answer:
            return answer.response
        except IntegrityError:
            earlier = Mark.objects.filter(**key).first()
            if earlier is None:  # not our mark: the view itself ran into a constraint
                raise
            return HttpResponseRedirect(earlier.location or request.path)

    def _act(self, request: HttpRequest, mark: Mark) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code >= 400:
            raise _TakeBack(response)
        if response.status_code < 300:  # it worked and shows its result itself: there is nowhere to follow to
            mark.delete()
            return response
        place = response.headers.get("Location", "")[:500]
        Mark.objects.filter(pk=mark.pk).update(location="" if place == request.path else place)
        return response


class _TakeBack(Exception):
    def __init__(self, response: HttpResponse) -> None:
        self.response = response
