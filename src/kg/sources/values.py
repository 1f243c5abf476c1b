"""What a reader sees in a cell of a workbook."""

from __future__ import annotations

import datetime as dt


def shown(value: object) -> str:
    """The value of a cell as text.

    >>> shown(3.0), shown(dt.datetime(2020, 12, 31)), shown(None)
    ('3', '2020-12-31', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    return str(value)
