"""Runs of the command line in processes forked from one that has torch loaded, which takes seconds."""

import fcntl
import multiprocessing
import os
from pathlib import Path
from typing import TextIO

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["millrace_runner.train"])


def run_command(arguments: list[str], stdout: str, stderr: str) -> None:
    """The body of a forked process: the command line with stdout and stderr of its own."""
    for descriptor, path in ((1, stdout), (2, stderr)):
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, descriptor)
        os.close(opened)
    from millrace_runner.__main__ import main  # noqa: PLC0415

    os._exit(main(arguments))


class Forked:
    """A running command with the face of `subprocess.Popen`."""

    def __init__(self, arguments: list[str], folder: Path) -> None:
        folder.mkdir(parents=True)
        self.stderr = folder / "stderr"
        os.mkfifo(folder / "stdout")
        streams = (str(folder / "stdout"), str(self.stderr))
        self.process = FORKS.Process(target=run_command, args=(arguments, *streams), daemon=True)
        self.process.start()
        self.stdout: TextIO = (folder / "stdout").open(encoding="utf-8")
        # A run cannot get far ahead of the test that reads it.
        if hasattr(fcntl, "F_SETPIPE_SZ"):
            fcntl.fcntl(self.stdout, fcntl.F_SETPIPE_SZ, 4096)

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    @property
    def returncode(self) -> int | None:
        return self.process.exitcode

    def kill(self) -> None:
        self.process.kill()

    def wait(self, timeout: float) -> int | None:
        self.process.join(timeout)
        return self.process.exitcode

    def communicate(self, timeout: float = 300) -> tuple[str, str]:
        rest = "" if self.stdout.closed else self.stdout.read()
        self.stdout.close()
        self.wait(timeout)
        return rest, self.stderr.read_text(encoding="utf-8") if self.stderr.exists() else ""
