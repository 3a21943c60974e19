"""Where the demo's own authority lies, and whether what it made grows old; light enough for every command to ask."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from api.desk import Desk

#: A revocation list lives a year and is made anew well before its end.
LIST_AGE = timedelta(days=30)


def authority(desk: Desk) -> Path:
    """The folder of the demo authority."""
    return desk.demo_folder / "authority"


def older(desk: Desk, path: Path, age: timedelta) -> bool:
    """Whether a file was written longer ago than ``age``."""
    return desk.clock().timestamp() - path.stat().st_mtime > age.total_seconds()


def list_grows_old(desk: Desk) -> bool:
    """Whether the demo's revocation list needs to be signed anew; never where there is no demo authority."""
    listed = authority(desk) / "root.crl"
    return listed.exists() and older(desk, listed, LIST_AGE)
