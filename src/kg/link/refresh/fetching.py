"""A download -> a file, whole or not at all."""

from __future__ import annotations

import hashlib
import http.client
import re
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import IO, TYPE_CHECKING
from urllib.parse import unquote, urlencode, urljoin

import kg
from kg.errors import DownloadError
from kg.link.refresh.downloads import is_allowed
from kg.link.refresh.form import filled_form

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from kg.link.refresh.downloads import Download

_SECONDS = 60.0
"""How long a site may say nothing."""
_CHUNK = 1 << 20
_PAGE_BYTES = 8 << 20
_GIVEN_NAME = re.compile(r"filename\*=[^']*'[^']*'([^;\s]+)|filename=\"?([^\";]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a site sent: its bytes in a file, their number and sum, what the site calls the file, and the day since when it has it (HTTP date, or empty)."""

    path: Path
    size: int
    sha256: str
    given_name: str
    last_modified: str


class _Guarded(urllib.request.HTTPRedirectHandler):
    """Follows no redirect to where nothing may be fetched from."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """Go on to ``newurl``, or end with the redirect as the answer."""
        return super().redirect_request(req, fp, code, msg, headers, newurl) if is_allowed(newurl) else None


def fetch(download: Download, today: dt.date, path: Path, most: int) -> Fetched:
    """Write the file of ``download`` to ``path``; at most so many bytes. Raises DownloadError where the site does not send it whole."""
    opener = urllib.request.build_opener(_Guarded(), urllib.request.HTTPCookieProcessor(CookieJar()))
    try:
        with opener.open(_request(opener, download, today), timeout=_SECONDS) as answer:
            return _written(answer, download, path, most)
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(download, f"HTTP {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _refused(download, str(getattr(error, "reason", "") or error) or type(error).__name__) from error


def _request(opener: urllib.request.OpenerDirector, download: Download, today: dt.date) -> urllib.request.Request:
    headers = {"User-Agent": f"tsunagi-kg/{kg.__version__}", "Accept": download.accept or "*/*"}
    sent = download.sent(today)
    if not download.field:
        address = f"{download.address}?{urlencode(sent)}" if sent else download.address
        return urllib.request.Request(address, headers=headers)  # noqa: S310 - https, or this machine: see is_allowed
    with opener.open(urllib.request.Request(download.address, headers=headers), timeout=_SECONDS) as page:  # noqa: S310 - as above
        form = filled_form(page.read(_PAGE_BYTES).decode("utf-8", "replace"), download)
    address = urljoin(download.address, form.action)
    if not is_allowed(address):
        raise _refused(download, f"form → {address}")
    body = urlencode(form.fields | dict(sent)).encode()
    return urllib.request.Request(address, body, headers | {"Referer": download.address})  # noqa: S310 - as above


def _written(answer: http.client.HTTPResponse, download: Download, path: Path, most: int) -> Fetched:
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as stream:
        while chunk := answer.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _refused(download, f"> {most:,} bytes")
            digest.update(chunk)
            stream.write(chunk)
    said = answer.headers.get("Content-Length", "")
    if said.isdecimal() and int(said) != size:
        raise _refused(download, f"{size:,} / {int(said):,} bytes")
    name = _GIVEN_NAME.search(answer.headers.get("Content-Disposition", ""))
    given = unquote(name[1] or name[2]) if name else ""
    return Fetched(path, size, digest.hexdigest(), re.sub(r"[^\w.\-]", "_", given), answer.headers.get("Last-Modified", ""))


def _refused(download: Download, why: str) -> DownloadError:
    return DownloadError(
        f"取得できませんでした（{why}）。時間をおいて試すか、{download.page} からダウンロードしてください。",
        f"could not be fetched ({why}); try again later, or download it from {download.page} yourself",
        where=download.place,
    )
