"""Fuzzing of whatever opens files of strangers: ``make fuzz``; bounded in time, a crash ends it with exit code 1."""
