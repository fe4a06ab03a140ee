"""A strict reader of JSON objects: all faults are collected; an unknown key names the nearest known one."""

import difflib
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .faults import Fault

T = TypeVar("T")
MISSING = object()


class Fields:
    """One JSON object whose fields are read by name and type; `close` reports the keys that nobody read."""

    def __init__(self, value: object, where: str, faults: list[str]) -> None:
        self.where = where
        self.faults = faults
        self.known: list[str] = []
        self.values: dict[str, object] = value if isinstance(value, dict) else {}
        self.is_object = isinstance(value, dict)
        if not self.is_object:
            self.faults.append(f"{where} must be an object; it is {shown(value)}.")

    def text(self, name: str) -> str:
        return self.read(
            name, "a text that is not empty", "", lambda v: v if isinstance(v, str) and v else None
        )

    def choice(self, name: str, *names: str) -> str:
        expected = "one of " + ", ".join(names)
        return self.read(name, expected, names[0], lambda v: v if isinstance(v, str) and v in names else None)

    def boolean(self, name: str) -> bool:
        return self.read(name, "true or false", False, lambda v: v if isinstance(v, bool) else None)

    def integer(self, name: str, minimum: int, maximum: int = 2**53) -> int:
        expected = f"a whole number of at least {minimum}" + (
            f" and at most {maximum}" if maximum < 2**53 else ""
        )
        return self.read(name, expected, minimum, lambda v: integer(v, minimum, maximum))

    def integer_or_none(self, name: str, minimum: int) -> int | None:
        if self.values.get(name, MISSING) is None:
            self.known.append(name)
            return None
        return self.integer(name, minimum)

    def number(self, name: str, expected: str, accepts: Callable[[float], bool]) -> float:
        return self.read(name, expected, 0.0, lambda v: number(v, accepts))

    def texts(self, name: str) -> tuple[str, ...]:
        def accept(value: object) -> tuple[str, ...] | None:
            if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
                return None
            return tuple(value) if value and len(set(value)) == len(value) else None

        return self.read(name, "a list of distinct texts", (), accept)

    def items(self, name: str, *, optional: bool = False) -> list[object]:
        if optional and name not in self.values:
            self.known.append(name)
            return []
        return self.read(name, "a list", [], lambda v: v if isinstance(v, list) else None)

    def section(self, name: str) -> "Fields":
        value = self.read(name, "an object", None, lambda v: v if isinstance(v, dict) else None)
        return Fields(
            {} if value is None else value, f"{self.where}.{name}", [] if value is None else self.faults
        )

    def read(self, name: str, expected: str, default: T, accept: Callable[[object], T | None]) -> T:
        """The accepted value; otherwise the default, with a fault that is raised before anybody uses it."""
        self.known.append(name)
        if name not in self.values:
            if self.is_object:
                self.faults.append(f"{self.where}.{name} is missing; it must be {expected}.")
            return default
        accepted = accept(self.values[name])
        if accepted is None:
            self.faults.append(f"{self.where}.{name} must be {expected}; it is {shown(self.values[name])}.")
            return default
        return accepted

    def close(self) -> None:
        for name in self.values.keys() - set(self.known):
            near = difflib.get_close_matches(name, self.known, 1, 0)
            hint = f" the nearest key is {near[0]}" if near else " no key is known here"
            self.faults.append(f"{self.where}.{name} is not a key of the contract;{hint}.")


def integer(value: object, minimum: int, maximum: int) -> int | None:
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    return whole if type(whole) is int and minimum <= whole <= maximum else None


def number(value: object, accepts: Callable[[float], bool]) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) and accepts(float(value)) else None


def shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else text[:77] + "..."


def read_object(path: Path, where: str) -> object:
    """The JSON value in a file, which may not hold NaN or Infinity."""
    try:
        return json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse_constant)
    except OSError as error:
        raise Fault(f"{where} {path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise Fault(f"{where} {path} must be JSON in UTF-8: {error}.") from error


def refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")
