"""The token of the admin port: a secret in a file that only its owner can read."""

from __future__ import annotations

import hmac
import os
import stat
from typing import TYPE_CHECKING

from kg.errors import ServiceError
from kg.web.problems import UNAUTHORIZED, problem

if TYPE_CHECKING:
    from pathlib import Path

    from kg.web.exchange import Exchange

_LEAST = 16
_MOST = 4096


def read_token(path: Path) -> bytes:
    """The token in a file. Raises ServiceError where others may read it, or it is too short to be one."""
    try:
        with path.open("rb") as stream:
            mode = stat.S_IMODE(os.fstat(stream.fileno()).st_mode)
            content = stream.read(_MOST + 1).strip()
    except OSError as error:
        raise ServiceError(
            f"トークンのファイルを読めません（{error.strerror}）。", f"cannot read the token ({error.strerror})", where=str(path)
        ) from error
    if mode & 0o077:
        raise ServiceError(
            f"トークンのファイルを他の人も読めます（{mode:04o}）。chmod 600 で、持ち主だけにしてください。",
            f"others can read the token ({mode:04o}); let its owner alone: chmod 600",
            where=str(path),
        )
    if not _LEAST <= len(content) <= _MOST or any(byte <= 0x20 or byte >= 0x7F for byte in content):
        raise ServiceError(
            f"トークンは、空白のない半角の {_LEAST} 文字以上を 1 行で書いてください（例: openssl rand -hex 32）。",
            f"a token is one line of at least {_LEAST} characters of ASCII without spaces, such as openssl rand -hex 32 makes",
            where=str(path),
        )
    return content


def check(exchange: Exchange, token: bytes) -> None:
    """Raise Problem (401) where a request does not bring the token (RFC 6750, section 2.1)."""
    scheme, _, given = exchange.headers.get(b"authorization", b"").partition(b" ")
    if not hmac.compare_digest(given.strip(), token) or scheme.lower() != b"bearer":
        error = ', error="invalid_token"' if given else ""
        raise problem(
            UNAUTHORIZED,
            "管理用のアドレスです。Authorization: Bearer でトークンを送ってください。",
            "this is the admin port; send the token as Authorization: Bearer",
            headers={"WWW-Authenticate": f'Bearer realm="kg admin"{error}'},
        )
