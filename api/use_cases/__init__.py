"""Office procedure, in plain Python: one module for each thing that people ask for."""
