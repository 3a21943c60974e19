"""The HTTP door under ``/api/v1``: routes translate in, call one use case, translate out."""
