"""Quality filters give the verdicts of datatrove 0.10, with their reasons, on a thousand real documents."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from datatrove.data import Document
from datatrove.pipeline.filters import (
    C4ParagraphFilter,
    C4QualityFilter,
    FineWebQualityFilter,
    GopherQualityFilter,
    GopherRepetitionFilter,
)
from datatrove.utils.text import split_into_sentences, split_into_words

TOOL = Path(__file__).parent.parent
NODE = TOOL.parent.parent / "node_modules" / ".bin" / "node"
FILTERS = {
    "gopher": GopherQualityFilter,
    "repetition": GopherRepetitionFilter,
    "fineweb": FineWebQualityFilter,
    "c4": C4QualityFilter,
    "paragraphs": C4ParagraphFilter,
}
# Those that ask for words; the others ask for none, or for sentences.
WORDY = ["gopher", "repetition", "fineweb"]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("quality") / "documents.json"
    subprocess.run([NODE, TOOL / "src" / "write-quality-documents.ts", path], check=True)
    found: list[str] = json.loads(path.read_text("utf-8"))
    assert len(found) == 1000
    return found


@pytest.fixture(scope="module")
def words(texts: list[str]) -> list[list[str]]:
    return [split_into_words(text) for text in texts]


@pytest.fixture(scope="module")
def verdicts(texts: list[str]) -> dict[str, list[str | None]]:
    """What datatrove says, and the texts that its C4 filter leaves."""
    found: dict[str, list[str | None]] = {name: [] for name in [*FILTERS, "c4Texts"]}
    filters = {name: make() for name, make in FILTERS.items()}
    for text in texts:
        for name, each in filters.items():
            document = Document(text=text, id="")
            result = each.filter(document)
            found[name].append(result[1] if isinstance(result, tuple) else None)
            if name == "c4":
                found["c4Texts"].append(document.text if result is True else None)
    return found


@pytest.fixture(scope="module")
def own(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return millrace(tmp_path_factory.mktemp("own"), {"texts": texts})


@pytest.fixture(scope="module")
def shared(
    texts: list[str], words: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    return millrace(tmp_path_factory.mktemp("shared"), {"texts": texts, "words": words})


def millrace(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    (folder / "request.json").write_text(json.dumps(request), "utf-8")
    subprocess.run(
        [NODE, TOOL / "src" / "quality-for-python.ts", folder / "request.json", folder / "answer.json"],
        check=True,
    )
    answer: dict[str, Any] = json.loads((folder / "answer.json").read_text("utf-8"))
    return answer


def show(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}", end="")


@pytest.mark.parametrize("name", WORDY)
def test_verdicts_and_reasons_are_equal_on_the_same_words(
    name: str, verdicts: dict[str, list[str | None]], shared: dict[str, Any]
) -> None:
    assert shared[name] == verdicts[name]


@pytest.mark.parametrize("name", list(FILTERS))
def test_verdicts_and_reasons_agree_with_own_words(
    name: str,
    verdicts: dict[str, list[str | None]],
    own: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
) -> None:
    differing = [pair for pair in zip(own[name], verdicts[name], strict=True) if pair[0] != pair[1]]
    dropped = Counter(reason for reason in verdicts[name] if reason is not None)
    show(capsys, f"{name}: {1000 - len(differing)} of 1000 verdicts equal; dropped {dict(dropped)}")
    assert len(differing) <= 10, differing
    # A comparison in which nothing happens would show nothing.
    assert 10 <= dropped.total() <= 990


def test_c4_leaves_the_same_texts(verdicts: dict[str, list[str | None]], own: dict[str, Any]) -> None:
    pairs = zip(own["c4Texts"], verdicts["c4Texts"], strict=True)
    assert all(mine == theirs for mine, theirs in pairs if theirs is not None)


def test_words_agree(words: list[list[str]], own: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    counts = [(Counter(mine), Counter(theirs)) for mine, theirs in zip(own["words"], words, strict=True)]
    equal = sum((mine & theirs).total() for mine, theirs in counts)
    whole = sum(theirs.total() for _, theirs in counts)
    same = sum(mine == theirs for mine, theirs in zip(own["words"], words, strict=True))
    show(capsys, f"words: {equal} of {whole} equal; {same} of 1000 documents without a difference")
    assert equal >= whole * 0.999
    assert same >= 990


def test_sentences_are_counted_alike(texts: list[str], own: dict[str, Any]) -> None:
    counts = [len(split_into_sentences(text)) for text in texts]
    equal = sum(mine == theirs for mine, theirs in zip(own["sentences"], counts, strict=True))
    assert equal >= 990
