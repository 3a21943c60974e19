"""Makes official documents: content in, signed PDF out. Knows no storage and no web."""
