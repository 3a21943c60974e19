"""Fills templates in child processes, so that no template can take more time or memory than it may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from docgen.children import ChildDiedError, Children, ChildrenBusyError, Limits, serve
from docgen.errors import (
    ConverterBusyError,
    ForbiddenTemplateCodeError,
    RenderingError,
    RenderingLimitError,
    UnknownPlaceholderError,
)
from docgen.kinds import Kind
from docgen.render import Compiled, Properties, compiled, rendered

#: A template is small and quick; what takes longer is broken.
LIMITS = Limits(size=2, wait=30, answer=20, memory=1024**3, jobs=5_000)
#: Compiled templates that one child keeps.
_KEPT = 64


class Press:
    """Word templates in, Word documents out; any thread may use it."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._children = Children("docgen.press", limits)

    def filled(self, kind: Kind, values: Mapping[str, Any], known: frozenset[str], properties: Properties) -> bytes:
        """The template of ``kind`` filled with ``values``, as .docx bytes.

        Raises:
            RenderingError: the template is broken, forbidden, or asks for what there is not.
            RenderingLimitError: it took too long or too much memory and was stopped.
            ConverterBusyError: no child was free in time.
        """
        request = {
            "name": kind.id,
            "digest": kind.template_digest,
            "values": values,
            "known": sorted(known),
            "properties": asdict(properties),
        }
        try:
            answer, data = self._children.call(request)
            if answer.get("missing"):
                answer, data = self._children.call(request, kind.template)
        except ChildrenBusyError as error:
            raise ConverterBusyError(LIMITS.wait) from error
        except ChildDiedError as error:
            raise RenderingLimitError(kind.id) from error
        if "error" in answer:
            raise _error(kind.id, answer)
        return data

    def warm(self) -> None:
        """Start the children before the first request."""
        self._children.warm()

    def close(self) -> None:
        """Stop the children."""
        self._children.close()


def _error(name: str, answer: Mapping[str, Any]) -> RenderingError:
    """The child's error, made again on this side."""
    fact = str(answer["fact"])
    match answer["error"]:
        case "forbidden":
            return ForbiddenTemplateCodeError(name, fact)
        case "unknown":
            return UnknownPlaceholderError(name, fact)
        case "limit":
            return RenderingLimitError(name)
        case _:
            return RenderingError(fact)


def _child() -> None:
    """What a child does: compile each template once, fill it as often as asked."""
    kept: dict[str, Compiled] = {}

    def handle(request: Mapping[str, Any], template: bytes) -> tuple[Mapping[str, Any], bytes]:
        try:
            if request["digest"] not in kept:
                if not template:
                    return {"missing": True}, b""
                if len(kept) >= _KEPT:
                    kept.clear()
                kept[request["digest"]] = compiled(request["name"], template, frozenset(request["known"]))
            properties = Properties(**request["properties"])
            return {}, rendered(kept[request["digest"]], request["values"], properties)
        except ForbiddenTemplateCodeError as error:
            return {"error": "forbidden", "fact": error.code}, b""
        except UnknownPlaceholderError as error:
            return {"error": "unknown", "fact": error.name}, b""
        except RenderingError as error:
            return {"error": "other", "fact": str(error)}, b""
        except (MemoryError, RecursionError):
            return {"error": "limit", "fact": ""}, b""

    serve(handle)


if __name__ == "__main__":
    _child()
