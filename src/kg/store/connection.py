"""HTTP to a store elsewhere: as whom we ask, how long we wait, when we ask again, and what its refusals mean."""

from __future__ import annotations

import base64
import http.client
import json
import os
import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Literal

from kg.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["malformed", "denied", "unreachable", "unreadable", "time-limit", "failed"]
_PAUSES = (0.2, 1.0)
"""Seconds before the second and the third attempt."""
_SAID = 64 * 1024
_SHOWN = 500
_ADDRESS = re.compile(r"https?://(?:\[[0-9A-Fa-f:.]+\]|[^\s/:?#\[\]@]+)(?::[0-9]{1,5})?(?:[/?][^\s#]*)?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_KINDS: dict[int, Kind] = {
    HTTPStatus.BAD_REQUEST: "malformed", HTTPStatus.UNPROCESSABLE_ENTITY: "malformed",
    HTTPStatus.UNAUTHORIZED: "denied", HTTPStatus.FORBIDDEN: "denied",
    HTTPStatus.REQUEST_TIMEOUT: "time-limit", HTTPStatus.GATEWAY_TIMEOUT: "time-limit",
    HTTPStatus.BAD_GATEWAY: "unreachable", HTTPStatus.SERVICE_UNAVAILABLE: "unreachable", HTTPStatus.NOT_FOUND: "unreachable",
}  # fmt: skip


@dataclass(eq=False)
class FailedError(Exception):
    """A store elsewhere gave no answer, or no whole one: of which kind the failure is, and what it says of it."""

    kind: Kind
    reason: str
    status: int = 0


@dataclass(frozen=True, slots=True)
class Credentials:
    """As whom we ask: a user with a password, or a token, or nobody."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @property
    def header(self) -> str:
        """The header Authorization; empty for nobody."""
        if self.token:
            return f"Bearer {self.token}"
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode("ascii") if self.user else ""


def credentials(environment: Mapping[str, str] = os.environ) -> Credentials:
    """What KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN, say. Raises StoreError where that cannot be sent."""
    user, password, token = (environment.get(f"KG_STORE_{name}", "") for name in ("USER", "PASSWORD", "TOKEN"))
    if (user and token) or ":" in user or not re.fullmatch(r"[\x21-\x7e]*", token):
        raise StoreError(
            "KG_STORE_USER と KG_STORE_PASSWORD か、KG_STORE_TOKEN のどちらかを設定してください（名前に「:」、トークンに空白は使えません）。",
            "set KG_STORE_USER and KG_STORE_PASSWORD, or KG_STORE_TOKEN; a name holds no colon, a token no spaces",
        )
    return Credentials(user, password, token)


def checked_address(url: str) -> str:
    """``url`` if it is an address to which requests may go. Raises StoreError; the address is not shown where it may hold a password."""
    if not _ADDRESS.fullmatch(url):
        raise StoreError(
            "エンドポイントのアドレスではありません。http:// か https:// で始まり、空白も利用者名（@）も含まないアドレスを指定してください。利用者名は KG_STORE_USER で渡します。",
            "no address of an endpoint; it begins with http:// or https:// and holds no spaces and no user (@), who is named by KG_STORE_USER",
            where="" if "@" in url else url,
        )
    return url


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it would carry the password to another server, and a POST would arrive without its query."""

    def redirect_request(self, *_: object) -> None:
        """Refuse."""


class Connection:
    """Requests to one store. ``seconds`` is how long the store may say nothing."""

    def __init__(self, url: str, who: Credentials, seconds: float) -> None:
        self.url = checked_address(url)
        self._header = who.header
        self._seconds = seconds
        handlers: list[urllib.request.BaseHandler] = [_Stay()]
        if who.user:  # Digest where the store asks for it (Virtuoso's /sparql-auth); Basic is sent at once
            passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            passwords.add_password(None, url, who.user, who.password)
            handlers.append(urllib.request.HTTPDigestAuthHandler(passwords))
        self._opener = urllib.request.build_opener(*handlers)

    def open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        """Send ``request``, which must do no harm when it arrives twice, and return the answer, still to be read. Raises FailedError."""
        for pause in (*_PAUSES, None):
            answer, again = self._attempt(request)
            if isinstance(answer, FailedError) and answer.status == HTTPStatus.UNAUTHORIZED and self._header.startswith("Basic"):
                self._header = ""  # Virtuoso tells that it wants Digest only to somebody who has said nothing
                answer, again = self._attempt(request)
            if not isinstance(answer, FailedError):
                return answer
            if pause is None or not again:
                raise answer
            time.sleep(pause)
        raise AssertionError

    def _attempt(self, request: urllib.request.Request) -> tuple[http.client.HTTPResponse | FailedError, bool]:
        """An answer, or a failure and whether another attempt may help: nothing of an answer has come in this one."""
        request.unredirected_hdrs.pop("Authorization", None)
        if self._header:
            request.add_unredirected_header("Authorization", self._header)
        try:
            response: http.client.HTTPResponse = self._opener.open(request, timeout=self._seconds)
        except urllib.error.HTTPError as error:
            with error:
                return _answered(error), error.code in {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE}
        except (OSError, http.client.HTTPException, ValueError) as error:
            why = broken(error)
            return why, why.kind == "unreachable"
        return response, False


def broken(error: Exception) -> FailedError:
    """The failure behind an error of the connection."""
    cause = error.reason if isinstance(error, urllib.error.URLError) and isinstance(error.reason, Exception) else error
    if isinstance(cause, TimeoutError):
        return FailedError("time-limit", "timed out")
    reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return FailedError("unreachable", clean(reason))


def _answered(error: urllib.error.HTTPError) -> FailedError:
    """The failure that a status tells, with the store's own words."""
    try:
        content = error.read(_SAID)
    except (OSError, http.client.HTTPException):
        content = b""
    text = content.decode("utf-8", "replace")
    if "problem+json" in error.headers.get("Content-Type", ""):
        try:
            text = str(json.loads(text)["detail"])
        except (ValueError, KeyError, TypeError):
            text = ""
    words = clean(next((line for line in text.splitlines() if line.strip()), "")) or str(error.reason)
    kind = _KINDS.get(error.code, "failed" if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR else "unreachable")
    return FailedError(kind, words if kind == "malformed" else f"{error.code} {words}", error.code)


def clean(text: str) -> str:
    """A line of somebody else's words, without control characters, and not too long."""
    return _CONTROL.sub(" ", text).strip()[:_SHOWN]
