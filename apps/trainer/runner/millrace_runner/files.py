"""Files that are either whole or not there: hashes, fsync, and folders that appear by rename."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

TEMPORARY = ".tmp-"


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Waits until a file or folder is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_json(path: Path, value: object) -> None:
    """Replaces a JSON file in one step."""
    temporary = path.with_name(TEMPORARY + path.name)
    temporary.write_text(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8")
    sync(temporary)
    temporary.replace(path)
    sync(path.parent)


def write_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Fills a folder under a temporary name, then renames it; an older folder of that name is replaced."""
    temporary = folder.with_name(TEMPORARY + folder.name)
    clear(temporary)
    try:
        temporary.mkdir(parents=True)
        fill(temporary)
        for path in sorted(temporary.rglob("*")):
            sync(path)
        sync(temporary)
        if folder.exists():
            retired = folder.with_name(f"{TEMPORARY}old-{folder.name}")
            clear(retired)
            folder.rename(retired)
        temporary.rename(folder)
    except BaseException:
        clear(temporary)
        raise
    sync(folder.parent)
    clear(folder.with_name(f"{TEMPORARY}old-{folder.name}"))


def reason(error: Exception) -> str:
    """Why a file could not be written or read, as the system says it."""
    return str(getattr(error, "strerror", None) or error)


def clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def clear_temporary(folder: Path) -> None:
    """Removes what a killed writer left unfinished."""
    for path in folder.glob(TEMPORARY + "*"):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
