"""What stands on a paper: its elements, and the fields that a record of it needs."""

from docgen.read.elements import Annex, Elements, Piece, SignatureBlock
from docgen.read.fields import Field, Reading, reading
from docgen.read.recognition import elements_of

__all__ = ["Annex", "Elements", "Field", "Piece", "Reading", "SignatureBlock", "elements_of", "reading"]
