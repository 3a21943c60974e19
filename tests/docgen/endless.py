"""A child whose every request runs for ever."""

from __future__ import annotations

from typing import NoReturn

from docgen.children import Message, serve


def _for_ever(_: Message, __: bytes) -> NoReturn:
    while True:
        pass


if __name__ == "__main__":
    serve(_for_ever)
