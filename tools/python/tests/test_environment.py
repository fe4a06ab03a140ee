"""The environment is the one that requirements.txt pins."""

from importlib.metadata import version
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parents[1] / "requirements.txt"
PINS = [line.split("==") for line in REQUIREMENTS.read_text("utf-8").splitlines() if "==" in line]


@pytest.mark.parametrize(("name", "pinned"), PINS)
def test_a_package_has_its_pinned_version(name: str, pinned: str) -> None:
    assert version(name) == pinned
