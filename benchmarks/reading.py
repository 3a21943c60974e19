"""Reads a folder of labelled papers and scores the answers: ``python -m benchmarks.reading CASES SCORER``.

CASES holds ``text/*.txt`` and ``labels.jsonl``; SCORER is a script that takes CASES and a file of answers, prints
precision and recall for each field, and ends with 1 below its bar. ``make eval-read`` finds both in a folder beside
the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from api.telling import told_reading
from docgen.paper.errors import UnreadablePaperError
from docgen.reading_room import ReadingRoom


def main() -> int:
    """The scorer's exit code."""
    if len(sys.argv) != 3 or not all(Path(given).exists() for given in sys.argv[1:]):
        print("eval-read needs labelled papers: make eval-read CASES=folder SCORER=script", file=sys.stderr)
        return 2
    cases, scorer = Path(sys.argv[1]), sys.argv[2]
    room = ReadingRoom()
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as answers:
            for path in sorted(cases.glob("text/*.txt")):
                try:
                    told = told_reading(str(path), room.read(path.read_bytes()))
                except UnreadablePaperError as error:
                    told = {"file": str(path), "error": str(error)}
                answers.write(json.dumps(told, ensure_ascii=False) + "\n")
            answers.flush()
            return subprocess.run([sys.executable, scorer, str(cases), answers.name], check=False).returncode
    finally:
        room.close()


if __name__ == "__main__":
    sys.exit(main())
