"""One LibreOffice in this process, driven through LibreOfficeKit; run as a child by ``docgen.convert.libreoffice``.

LibreOfficeKit loads and saves a document about twice as fast as a LibreOffice that is spoken to over a socket. Its
interface is two C structs of function pointers that only ever grow at the end (LibreOfficeKit.h), so ctypes
suffices. The process has no network where the system lets it give that up, macros and links to outside are off,
and its profile and files lie in a folder of its own that goes with it.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docgen.children import serve, work_folder
from docgen.convert.tables import eased

#: Debian's folder of LibreOffice, and the library in it.
PROGRAM = Path("/usr/lib/libreoffice/program")
LIBRARY = "libmergedlo.so"

#: PDF/A-2b, tagged, bookmarks as named destinations (so that places on the page are found from the layout).
_PDF_OPTIONS = (
    b'{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"},'
    b'"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    b'"ExportBookmarks":{"type":"boolean","value":"false"}}'
)

#: Settings of the profile, as path, property and value: no links to outside, no macros, no Java, no autosave, and no
#: spelling, which would run over a document in the idle moments of its conversion.
_SETTINGS = (
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Java/VirtualMachine", "Enable", "false"),
    ("Recovery/AutoSave", "Enabled", "false"),
    ("Linguistic/SpellChecking", "IsSpellAuto", "false"),
)
#: Decks of the sidebar, by the names of LibreOffice 7.4. LibreOffice builds the sidebar of every document that it
#: loads, seen or not; without decks a certificate takes 52 ms instead of 72 (measured 2026-11-22).
_DECKS = (
    "PropertyDeck", "InspectorDeck", "WriterPageDeck", "ShapesDeck", "GalleryDeck", "SdMasterPagesDeck",
    "SdCustomAnimationDeck", "SdSlideTransitionDeck", "NavigatorDeck", "StyleListDeck", "ScFunctionsDeck",
    "SwManageChangesDeck", "SwDesignDeck", "ElementsDeck", "DrawPageDeck",
)  # fmt: skip

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


# The functions that are used, by their places in the two tables of LibreOfficeKit.h.
_ERROR = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_void_p)  # of the kit, 3
_LOAD = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)  # of the kit, 4
_DESTROY = ctypes.CFUNCTYPE(None, ctypes.c_void_p)  # of a document, 1
_SAVE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p)  # 2


def _function(owner: int, index: int) -> int:
    """Address of the C function at ``index`` of an object's table."""
    tables = ctypes.cast(owner, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))
    return int(tables[0][index] or 0)


class Office:
    """LibreOffice, started; only one can be in a process."""

    def __init__(self, program: Path, folder: Path) -> None:
        """``folder`` holds the profile and the files of the moment."""
        self._folder = folder
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_profile())
        os.environ["SAL_USE_VCLPLUGIN"] = "svp"
        hook = ctypes.CDLL(str(program / LIBRARY), mode=ctypes.RTLD_GLOBAL).libreofficekit_hook_2
        hook.restype = ctypes.c_void_p
        hook.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
        self._kit = hook(str(program).encode(), profile.as_uri().encode())
        if not self._kit:
            raise RuntimeError("LibreOffice did not start")
        self._load = _LOAD(_function(self._kit, 4))
        self._error = _ERROR(_function(self._kit, 3))

    def pdf(self, docx: bytes) -> bytes | str:
        """The document as PDF, or what LibreOffice says against it."""
        source, target = self._folder / "document.docx", self._folder / "document.pdf"
        source.write_bytes(eased(docx))
        target.unlink(missing_ok=True)
        document = self._load(self._kit, source.as_uri().encode(), b"Language=vi")
        if not document:
            return str(self._error(self._kit).decode("utf-8", "replace")) or "không mở được tệp Word"
        try:
            saved = _SAVE(_function(document, 2))(document, target.as_uri().encode(), b"pdf", _PDF_OPTIONS)
        finally:
            _DESTROY(_function(document, 1))(document)
        return target.read_bytes() if saved and target.is_file() else "không ghi được tệp PDF"


def _profile() -> str:
    """``registrymodifications.xcu`` of a profile."""
    settings = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    decks = "".join(
        f'<item oor:path="/org.openoffice.Office.UI.Sidebar/Content/DeckList"><node oor:name="{deck}" '
        'oor:op="remove"/></item>'
        for deck in _DECKS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{settings}{decks}</oor:items>"
    )


def _leave_network() -> None:
    """Give up the network, where the system allows it; elsewhere the settings above still block links."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _child() -> None:
    _leave_network()
    office = Office(Path(os.environ["DOCGEN_LIBREOFFICE"]), work_folder())

    def handle(_: Mapping[str, Any], docx: bytes) -> tuple[Mapping[str, Any], bytes]:
        made = office.pdf(docx)
        return ({"error": made}, b"") if isinstance(made, str) else ({}, made)

    serve(handle)
    # LibreOffice's own end may hang or crash; nothing of this process is needed any more.
    os._exit(0)


if __name__ == "__main__":
    _child()
