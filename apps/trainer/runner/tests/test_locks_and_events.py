"""One runner per folder; stdout carries events and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RUNNER

from millrace_runner.events import whole_lines
from millrace_runner.faults import Fault
from millrace_runner.lock import locked, started

HOLD = """
import sys
from pathlib import Path
from millrace_runner.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
SPEAK = """
import os, sys
from millrace_runner.events import Events
events = Events()
print("library")
os.system("echo child")
os.write(1, b"native\\n")
events.attach(__import__("pathlib").Path(sys.argv[1]))
events.emit("warn", message="a\\nb ü")
"""


def python(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", *arguments],
        cwd=RUNNER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_held_folder_is_refused_and_a_killed_holder_is_taken_over(tmp_path: Path) -> None:
    holder = python(HOLD, str(tmp_path))
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(Fault, match=f"in use by another runner .process {holder.pid}."), locked(tmp_path):
        pass
    assert (tmp_path / "lock").read_text().split()[0] == str(holder.pid)
    holder.kill()
    holder.communicate()
    assert (tmp_path / "lock").exists()
    with locked(tmp_path):
        assert (tmp_path / "lock").read_text().split()[0] == str(os.getpid())
    assert not (tmp_path / "lock").exists()


def test_the_lock_of_a_living_process_without_a_kernel_lock_is_respected(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text(f"{os.getppid()}\n")
    with pytest.raises(Fault, match=f"process {os.getppid()}"), locked(tmp_path):
        pass


@pytest.mark.parametrize(
    "content", ["", "not a pid", "999999999 5", f"{os.getppid()} 1", "99999999999999999999999"]
)
def test_a_stale_lock_is_taken_over(tmp_path: Path, content: str) -> None:
    assert started(os.getppid()) != "1"
    (tmp_path / "lock").write_text(content)
    with locked(tmp_path):
        assert (tmp_path / "lock").read_text().startswith(f"{os.getpid()} ")


def test_stdout_carries_events_only(tmp_path: Path) -> None:
    stdout, stderr = python(SPEAK, str(tmp_path / "events.jsonl")).communicate()
    assert [json.loads(line) for line in stdout.splitlines()] == [{"type": "warn", "message": "a\nb ü"}]
    assert sorted(stderr.split()) == ["child", "library", "native"]
    assert (tmp_path / "events.jsonl").read_text() == stdout


@pytest.mark.parametrize(
    ("content", "whole"), [(b"", 0), (b"abc", 0), (b"a\n", 2), (b"a\nbc", 2), (b"\n" + b"x" * 200_000, 1)]
)
def test_whole_lines_are_counted(tmp_path: Path, content: bytes, whole: int) -> None:
    (tmp_path / "file").write_bytes(content)
    assert whole_lines(tmp_path / "file") == whole
