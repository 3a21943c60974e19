"""Work done in processes of its own, so that it can be killed or starved."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from archive.catalogue import open_catalogue
from tests.archive.samples import DAY, reservation

# Forked, not started afresh: 32 interpreters that each import a database library take ten seconds.
context = multiprocessing.get_context("fork")
Process = multiprocessing.context.ForkProcess


def in_child(work: Callable[..., Any], *arguments: Any) -> Any:
    """What the work returned or raised in a process of its own."""
    return in_children(work, [arguments])[0]


def in_children(work: Callable[..., Any], calls: Sequence[tuple[Any, ...]]) -> list[Any]:
    """What each call returned or raised; all run at once."""
    pipes = [context.Pipe(duplex=False) for _ in calls]
    children = [
        context.Process(target=_answer, args=(sender, work, call))
        for (_, sender), call in zip(pipes, calls, strict=True)
    ]
    for child in children:
        child.start()
    answers = [receiver.recv() if receiver.poll(60) else TimeoutError() for receiver, _ in pipes]
    for child in children:
        child.join(10)
    for pipe in pipes:
        for end in pipe:
            end.close()
    return answers


def _answer(sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        sender.send(work(*arguments))
    except Exception as error:
        sender.send(error)


def take_numbers(url: str, request_ids: Sequence[str]) -> None:
    """Ask for a number for each request, as a service does after it was killed: all of them again."""
    catalogue = open_catalogue(url)
    for request_id in request_ids:
        catalogue.reserve(reservation(request_id), day=DAY)
    catalogue.close()


def start_taking(url: str, request_ids: Sequence[str]) -> Process:
    """A running process that takes numbers."""
    child = context.Process(target=take_numbers, args=(url, request_ids))
    child.start()
    return child
