"""Serves: the use cases of an office's document work, and the doors to them (command line, HTTP)."""
