"""Every stem equals that of PyStemmer, Snowball's own C code, on every word of a multilingual corpus."""

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
import Stemmer

TOOL = Path(__file__).parent.parent
ROOT = TOOL.parent.parent
NODE = ROOT / "node_modules" / ".bin" / "node"
PAGE = ROOT / "docs" / "stemming.md"
FIXTURES = ROOT / "libs" / "text" / "src" / "stem" / "fixtures"
# The stemmers that natural brings have no second implementation.
NATURAL = {"carry", "japanese", "lancaster", "ukrainian"}
ALGORITHMS = sorted(Stemmer.algorithms())


@pytest.fixture(scope="session")
def stemmed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with words and their stems in every algorithm."""
    folder = tmp_path_factory.mktemp("stems")
    subprocess.run([NODE, TOOL / "src" / "write-stems.ts", folder], check=True)
    return folder


def reference(algorithm: str, words: Sequence[str]) -> list[str]:
    stemmer = Stemmer.Stemmer(algorithm)
    stemmer.maxCacheSize = 0
    return list(stemmer.stemWords(list(words)))


def differences(algorithm: str, words: Sequence[str], stems: Iterable[str]) -> list[tuple[str, str, str]]:
    expected = reference(algorithm, words)
    return [each for each in zip(words, stems, expected, strict=True) if each[1] != each[2]]


def test_every_algorithm_of_snowball_is_there(stemmed: Path) -> None:
    found = {path.stem for path in stemmed.glob("*.json")} - {"words"}
    assert found == {*ALGORITHMS, *NATURAL}


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_stems_equal_those_of_the_reference(stemmed: Path, algorithm: str) -> None:
    words = json.loads((stemmed / "words.json").read_text("utf-8"))
    mine = json.loads((stemmed / f"{algorithm}.json").read_text("utf-8"))
    assert len(words) > 200_000
    assert not differences(algorithm, words, mine["stems"])
    assert not differences(algorithm, mine["own"], mine["ownStems"])
    row = next(line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| {algorithm} |"))
    assert row.split(" | ")[3] == f"{len({*words, *mine['own']}):,}", "docs/stemming.md has another count"


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_the_fixtures_hold_what_the_reference_says(algorithm: str) -> None:
    """`MILLRACE_WRITE=stems` writes them anew."""
    path = FIXTURES / f"{algorithm}.json"
    if os.environ.get("MILLRACE_WRITE") == "stems":
        words = json.loads(path.read_text("utf-8")).keys()
        made = dict(zip(words, reference(algorithm, list(words)), strict=True))
        path.write_text(json.dumps(made, ensure_ascii=False, indent="\t") + "\n", "utf-8")
    pairs = json.loads(path.read_text("utf-8"))
    assert len(pairs) > 200
    assert reference(algorithm, list(pairs)) == list(pairs.values())
