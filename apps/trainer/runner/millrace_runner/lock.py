"""One runner per output folder: a lock file with the owner's pid, which a dead owner gives up."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .faults import Fault


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds `folder/lock`; a stale one is taken over, a living one is a `Fault` that names its pid."""
    path = folder / "lock"
    descriptor = acquire(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def acquire(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            # The kernel frees this with the process, so a kill leaves nothing to guess about.
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            owner = os.pread(descriptor, 64, 0).decode("ascii", "replace")
            if is_alive(owner):
                raise_held(path, owner)
        except BlockingIOError:
            owner = os.pread(descriptor, 64, 0).decode("ascii", "replace")
            os.close(descriptor)
            raise_held(path, owner)
        except BaseException:
            os.close(descriptor)
            raise
        if is_current(descriptor, path):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()} {started(os.getpid())}\n".encode(), 0)
            return descriptor
        os.close(descriptor)


def raise_held(path: Path, owner: str) -> None:
    pid = (owner.split() or ["unknown"])[0]
    raise Fault(
        f"The output {path.parent} is in use by another runner (process {pid}): wait for it, or stop it by "
        f"writing the file {path.parent / 'stop'}."
    )


def is_current(descriptor: int, path: Path) -> bool:
    """Whether the opened file still stands at its path; a finishing owner removes it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def is_alive(owner: str) -> bool:
    """Whether the owner lives, told apart from a later process with its pid by the time of its start."""
    pid, _, start = owner.strip().partition(" ")
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return not is_zombie(int(pid)) and start in ("", started(int(pid)))


def is_zombie(pid: int) -> bool:
    return status(pid)[:1] == ["Z"]


def started(pid: int) -> str:
    """The start of a process in ticks since boot; empty where the system does not tell."""
    return "".join(status(pid)[19:20])


def status(pid: int) -> list[str]:
    """The fields of /proc/<pid>/stat from the state on; none on a system without it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []
