"""Measures what docs/performance.md quotes: ``python -m benchmarks``."""
