"""What the commands share: reading input, printing answers, and telling errors to people and programs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from api.settings import Settings


class WrongInputError(Exception):
    """A file or the standard input cannot be read, or a file cannot be written."""


@contextmanager
def told(as_json: bool) -> Iterator[None]:
    """Errors end the command with a sentence on stderr, and an object on stdout for programs."""
    from api.errors import KNOWN_ERRORS, ExitCode, answer_to
    from api.telling import told_error

    try:
        yield
    except KNOWN_ERRORS as error:
        if as_json:
            print_json(told_error(error))
        for sentence in (f"Lỗi: {error}", *getattr(error, "__notes__", ())):
            click.echo(_writable(sentence), err=True)
        sys.exit(answer_to(error).exit)
    except WrongInputError as error:
        if as_json:
            print_json({"error": str(error), "type": "unreadable-input", "problems": []})
        click.echo(_writable(f"Lỗi: {error}"), err=True)
        sys.exit(ExitCode.WRONG)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.WRONG)
    except Exception as error:  # a fault of ours: a person gets a sentence, DOCGEN_DEBUG the traceback
        if "DOCGEN_DEBUG" in os.environ:
            raise
        if as_json:
            print_json({"error": repr(error), "type": "unexpected", "problems": []})
        click.echo(f"Lỗi ngoài dự kiến: {error!r}. Hãy báo quản trị viên.", err=True)
        sys.exit(ExitCode.AWAY)


def print_json(value: Any) -> None:
    """One value on one line, or laid out for a person at a terminal."""
    click.echo(_writable(json.dumps(value, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)))


def _writable(text: str) -> str:
    """The text with halves of letters, which no terminal takes, written as escapes."""
    return text.encode(errors="backslashreplace").decode()


def settings() -> Settings:
    """The settings, or a word about the variable that is wrong."""
    from pydantic import ValidationError

    from api.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        names = ", ".join(f"DOCGEN_{'_'.join(map(str, one['loc'])).upper()}" for one in error.errors())
        raise WrongInputError(f"biến môi trường chưa đúng: {names}") from error


def read_json(source: str) -> Any:
    """The content of a file, or of standard input for ``-``."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise WrongInputError(f"không đọc được “{source}”: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise WrongInputError(f"“{source}” không phải JSON đúng: {error}") from error


def read(path: str) -> bytes:
    """The bytes of a file."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise WrongInputError(f"không đọc được “{path}”: {error.strerror}") from error


def write(path: str, data: bytes) -> None:
    """Put bytes into a file, whole or not at all: a full disk leaves what stood there before."""
    target = Path(path)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe: there is nothing to keep
            target.write_bytes(data)
            return
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise WrongInputError(f"không ghi được “{path}”: {error.strerror}") from error


class Commands(click.Group):
    """A group of commands that says in Vietnamese how a command was misunderstood."""

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run a command; exit code 2 when it was not understood."""
        try:
            return super().main(*arguments, **{**settings, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
        except click.UsageError as error:
            where = error.ctx.command_path if error.ctx else "docgen"
            click.echo(_writable(f"Lỗi: {_misunderstood(error)}. Xem: {where} --help"), err=True)
        except click.exceptions.Exit as ended:
            sys.exit(ended.exit_code)
        except click.Abort:
            click.echo("Đã dừng.", err=True)
            sys.exit(1)
        sys.exit(2)


def _misunderstood(error: click.UsageError) -> str:
    """What click found wrong, in Vietnamese; our own messages are so already."""
    parameter = getattr(error, "param", None)
    name = parameter.get_error_hint(error.ctx) if parameter is not None and error.ctx else ""
    match error:
        case click.NoSuchOption():
            return f"không có tùy chọn {error.option_name}"
        case click.MissingParameter():
            return f"thiếu tham số {name}"
        case click.BadParameter():
            return f"giá trị của {name} chưa đúng"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} dùng chưa đúng"
        case _ if error.message.startswith("No such command"):
            return f"không có lệnh {error.message.removeprefix('No such command ').rstrip('.')}"
        case _ if error.message.startswith("Got unexpected extra argument"):
            return f"thừa tham số {error.message.partition('(')[2].rstrip(')')}"
        case _:
            return error.message
