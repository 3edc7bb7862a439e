"""The two HTTP requests of the store, with failures as sentences.

Plain urllib: the hub library's own client is another one from version to version, which makes
"no connection" impossible to catch portably, and its downloads can neither be cancelled between
two chunks nor be held to a hash while they arrive.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from typing import Any

from engine.errors import InputError

TIMEOUT_S = 30.0
_MAX_JSON_BYTES = 16 * 1024**2
_UNREACHABLE = "The hub cannot be reached; is there a network connection?"
_NOT_PUBLIC = (401, 403)


class ConnectionLost(Exception):  # noqa: N818 - an event the downloader may recover from
    """The server went away or never answered; trying again may help."""


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows the hub to its file servers, but never out of https and never off the web."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        schemes = ("https",) if req.type == "https" else ("http", "https")
        if not newurl.lower().startswith(tuple(f"{scheme}://" for scheme in schemes)):
            fp.close()
            raise InputError("The hub redirected to an unsafe address, so nothing was fetched.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_opener = urllib.request.build_opener(_SafeRedirects)


def open_url(url: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
    """The answer to a GET, with status 200 or 206 (416 too, if a range was asked for).

    Raises:
        ConnectionLost: no connection, a time-out, or a server error that may pass.
        InputError: the server refuses.
    """
    asked_for_range = headers is not None and "Range" in headers
    request = urllib.request.Request(
        url, headers={"User-Agent": "strokewise", "Accept-Encoding": "identity", **(headers or {})}
    )
    try:
        answer: http.client.HTTPResponse = _opener.open(request, timeout=TIMEOUT_S)
        return answer
    except urllib.error.HTTPError as error:
        with error:
            if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and asked_for_range:
                raise RangeRefused from error
            if error.code >= http.client.INTERNAL_SERVER_ERROR:
                raise ConnectionLost(f"server error {error.code}") from error
            if error.code in _NOT_PUBLIC:
                raise InputError("The hub does not give this model to everybody.") from error
            raise InputError(f"The hub does not have this file (error {error.code}).") from error
    except (OSError, http.client.HTTPException) as error:  # URLError is an OSError
        raise ConnectionLost(str(error)) from error


class RangeRefused(Exception):  # noqa: N818 - an event the downloader recovers from
    """The server has nothing from the asked position on."""


def get_json(url: str) -> Any:
    """The JSON that a GET answers.

    Raises:
        InputError: no answer, a refusal, or not JSON.
    """
    try:
        with open_url(url) as answer:
            content = answer.read(_MAX_JSON_BYTES + 1)
        if len(content) > _MAX_JSON_BYTES:
            raise ValueError("too long")
        return json.loads(content)
    except ConnectionLost as error:
        raise InputError(_UNREACHABLE) from error
    except (OSError, http.client.HTTPException) as error:
        raise InputError(_UNREACHABLE) from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError("The hub answered with something that is not a model's page.") from error
