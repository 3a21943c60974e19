"""Papers of any origin, opened: Word, PDF or text in, a ``Paper`` out; no rule of the decree is known here.

``docgen.paper.opening.opened`` is the door; it is not imported here because its libraries are heavy and most callers
only need the errors.
"""

from docgen.paper.errors import (
    DamagedPaperError,
    EmptyFileError,
    LegacyLettersError,
    OldFormatError,
    PaperTooLargeError,
    PaperTooSlowError,
    ProtectedPaperError,
    UnjudgeablePaperError,
    UnreadablePaperError,
    UnsupportedFormatError,
)
from docgen.paper.model import Paper

__all__ = [
    "DamagedPaperError",
    "EmptyFileError",
    "LegacyLettersError",
    "OldFormatError",
    "Paper",
    "PaperTooLargeError",
    "PaperTooSlowError",
    "ProtectedPaperError",
    "UnjudgeablePaperError",
    "UnreadablePaperError",
    "UnsupportedFormatError",
]
