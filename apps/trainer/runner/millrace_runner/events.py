"""The event stream: one JSON object a line on stdout and in events.jsonl; nothing else reaches stdout."""

import json
import os
import sys
from pathlib import Path


class Events:
    """Owns the process's stdout: whatever a library prints goes to stderr from then on."""

    def __init__(self) -> None:
        sys.stdout.flush()
        self.stdout: int | None = os.dup(1)
        os.dup2(2, 1)
        self.file: int | None = None

    def attach(self, path: Path) -> None:
        """Appends to a file too; a last line that a killed run left torn is cut off."""
        self.file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        os.ftruncate(self.file, whole_lines(path))

    @property
    def is_heard(self) -> bool:
        """Whether somebody still reads stdout."""
        return self.stdout is not None

    def emit(self, kind: str, **fields: object) -> None:
        line = (json.dumps({"type": kind, **fields}, ensure_ascii=False, allow_nan=False) + "\n").encode()
        try:
            if self.file is not None:
                write_all(self.file, line)
        except OSError as error:
            self.lose_file(kind, error)
        finally:
            self.say(line)

    def lose_file(self, kind: str, error: OSError) -> None:
        """The end is said on stdout even where the disk is full."""
        if kind != "end":
            raise error
        print(f"events.jsonl could not be written: {error.strerror}.", file=sys.stderr)

    def say(self, line: bytes) -> None:
        try:
            if self.stdout is not None:
                write_all(self.stdout, line)
        except BrokenPipeError:
            self.stdout = None


def write_all(descriptor: int, line: bytes) -> None:
    while line:
        line = line[os.write(descriptor, line) :]


def whole_lines(path: Path) -> int:
    """The length of a file up to its last line feed, read from the end in blocks."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        while end > 0:
            start = max(0, end - 65536)
            file.seek(start)
            found = file.read(end - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
    return 0
