"""What goes wrong in a worker, as problems."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kg.web.problems import (
    BAD_GATEWAY,
    BUSY,
    CONFLICT,
    EVALUATION_FAILED,
    MALFORMED_QUERY,
    MALFORMED_RDF,
    NOT_FOUND,
    PRECONDITION,
    TIME_LIMIT,
    TOO_LARGE,
    Problem,
    problem,
)

if TYPE_CHECKING:
    from kg.web.limits import Limits
    from kg.web.workers.pool import Lease
    from kg.web.workers.worker import FaultError

_FAULTS = {
    "malformed-query": (MALFORMED_QUERY, "SPARQL として読めません: {}", "malformed query: {}"),
    "malformed-rdf": (MALFORMED_RDF, "RDF として読めません: {}", "malformed RDF: {}"),
    "doctype": (
        MALFORMED_RDF,
        "DOCTYPE や ENTITY のある RDF/XML と、UTF-8 でない RDF は、安全のため受け取りません。",
        "RDF/XML with DOCTYPE or ENTITY, and RDF that is not UTF-8, is not taken, for safety",
    ),
    "triple-term": (
        MALFORMED_RDF,
        "RDF 1.2 の三つ組の項は扱えません。ふつうの文に直してください。",
        "a triple term of RDF 1.2 is not taken; write plain statements",
    ),
    "not-done": (CONFLICT, "更新できません: {}", "the update cannot be done: {}"),
    "precondition": (
        PRECONDITION,
        "If-Match か If-None-Match の条件に合いません。",
        "the condition of If-Match or If-None-Match does not hold",
    ),
    "no-graph": (NOT_FOUND, "グラフ <{}> はありません。", "there is no graph <{}>"),
    "store-unreachable": (BAD_GATEWAY, "データベースが答えません（{}）。", "the store does not answer ({})"),
}
"""What a worker may tell, as problems."""
_OTHER = (EVALUATION_FAILED, "問い合わせを実行できません: {}", "the query cannot be evaluated: {}")


def told_by(fault: FaultError, lease: Lease, limits: Limits) -> Problem:
    """What a worker tells, as a problem."""
    if fault.kind == "time-limit":
        return _late(lease, limits.seconds)
    if fault.kind == "too-large":
        return problem(
            TOO_LARGE,
            f"答えが {limits.response_bytes:,} バイトを超えました。対象を絞るか、/data/ のファイルを使ってください。",
            f"the answer is larger than {limits.response_bytes:,} bytes; ask for less, or take the files under /data/",
            limit=limits.response_bytes,
        )
    kind, ja, en = _FAULTS.get(fault.kind, _OTHER)
    return problem(kind, ja.format(fault.detail), en.format(fault.detail))


def ended(lease: Lease, seconds: float) -> Problem:
    """Why a worker ended before its answer did, as a problem."""
    match lease.ended:
        case "time":
            return _late(lease, seconds)
        case "room":
            return problem(
                BUSY,
                "混み合っているため、長くかかる問い合わせを止めました。しばらくしてから送ってください。",
                "stopped, since others were waiting and this query took long; try again later",
                headers={"Retry-After": "30"},
            )
        case _:
            return problem(
                EVALUATION_FAILED,
                "問い合わせの実行中に担当プロセスが終わりました（メモリの上限など）。対象を絞ってください。",
                "the process that answered has ended, for instance at its limit of memory; ask for less",
            )


def _late(lease: Lease, seconds: float) -> Problem:
    """The problem (504) of a query that was given up."""
    return problem(
        TIME_LIMIT,
        f"{seconds:g} 秒で打ち切りました。対象を絞ってください。",
        f"stopped after {seconds:g} s; ask for less",
        limit_seconds=seconds,
        elapsed_seconds=round(time.monotonic() - lease.since, 1),
    )
