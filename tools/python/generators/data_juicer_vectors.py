"""Writes the golden vectors of `dataJuicer` by running Data-Juicer, and its special characters.

Run it with the environment of requirements.txt, the package emoji, and the folder of an unpacked
py-data-juicer 1.4.3; what else it needs may be absent:
`python tools/python/generators/data_juicer_vectors.py <folder>`.
"""

import importlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import emoji  # noqa: F401  before what is absent may be imported
from absent import Absent, allow_absent
from quality_vectors import GOPHER, REPETITION, lines, prose

FAMILY = Path(__file__).parents[3] / "libs/stages/src/filter/quality"
# In the order in which `dataJuicer` has its rules: file, class, statistic, column.
FILTERS = [
    ("text_length_filter", "TextLengthFilter", "text_len", "chars"),
    ("maximum_line_length_filter", "MaximumLineLengthFilter", "max_line_length", "longestLine"),
    ("average_line_length_filter", "AverageLineLengthFilter", "avg_line_length", "meanLineLength"),
    ("words_num_filter", "WordsNumFilter", "num_words", "words"),
    ("alphanumeric_filter", "AlphanumericFilter", "alnum_ratio", "alphanumeric"),
    ("special_characters_filter", "SpecialCharactersFilter", "special_char_ratio", "specialCharacters"),
    ("character_repetition_filter", "CharacterRepetitionFilter", "char_rep_ratio", "characterRepetition"),
    ("word_repetition_filter", "WordRepetitionFilter", "word_rep_ratio", "wordRepetition"),
]
TEXTS = [
    *GOPHER,
    *REPETITION,
    *(prose(count) for count in (1, 9, 10, 11)),
    "\n".join(["short"] * 30),
    "\n".join(["short"] * 30) + "\n" + prose(30),
    "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl",
    "word " * 40,
    "!!! --- *** " * 10 + prose(8),
    "+-*/=<>&|~^%$#@ \u20ac\u00a3\u00a5" * 8,
    "\u00a7\u00b6\u2020\u2021" * 30 + prose(3),
    "αβγ 123 ½ ² 一二三 ٣ ⅷ ①",
    "🙂🙂 great 🎉 day 👍🏽 for everybody and all the others here in town",
    "ab" * 60,
    prose(12) + " " + prose(12),
    prose(30) + "\n" + "x" * 60,
    "\u2e3b\u2e3a" * 60,
    "\n".join(lines(5)),
    "a long line\n" + "ab\n" * 10,
    " ".join(["a\u2702\u2702\u2702\u2702\u2702"] * 12),
    prose(12) + " " + "a" * 2000,
    "123456789",
    "1234567890",
]


def statistics(folder: str) -> list[tuple[Any, str, str]]:
    allow_absent()
    base = Absent("data_juicer.ops.base_op")
    for name in ("data_juicer", "data_juicer.ops", "data_juicer.ops.filter", "data_juicer.utils"):
        package = Absent(name)
        package.__path__ = [str(Path(folder, *name.split(".")))]
        sys.modules[name] = package
    for name in ("data_juicer.utils.model_utils", "data_juicer.utils.lazy_loader"):
        sys.modules[name] = Absent(name)
    # Without a model, words stand between whitespace.
    vars(sys.modules["data_juicer.utils.model_utils"])["get_model"] = lambda _: None
    sys.modules[base.__name__] = base
    vars(base)["Filter"] = Filter
    found = []
    for file, name, statistic, column in FILTERS:
        module: ModuleType = importlib.import_module(f"data_juicer.ops.filter.{file}")
        found.append((getattr(module, name)(), statistic, column))
    return found


class Filter:
    """What the filters take from their base: both ends of a range are in it."""

    def __init__(self, *given: object, **named: object) -> None:
        del given, named
        self.text_key = "text"

    def get_keep_boolean(self, value: float, least: float | None = None, most: float | None = None) -> bool:
        return (least is None or value >= least) and (most is None or value <= most)


def vector(filters: list[tuple[Any, str, str]], text: str) -> dict[str, Any]:
    figures: dict[str, float] = {}
    broken = []
    for each, statistic, column in filters:
        samples = {"text": [text], "__dj__stats__": [{}]}
        stats = each.compute_stats_batched(samples)["__dj__stats__"][0]
        figures[column] = stats[statistic]
        if not next(iter(each.process_batched(samples))):
            broken.append(statistic)
    return {
        "filter": "data-juicer",
        **({"piece": text[:2], "times": len(text) // 2} if text == text[:2] * 100_001 else {"text": text}),
        "reason": broken[0] if broken else None,
        "left": None,
        "figures": figures,
    }


def main(folder: str) -> None:
    filters = statistics(folder)
    vectors = [vector(filters, text) for text in dict.fromkeys(TEXTS)]
    out = FAMILY / "fixtures/data-juicer-1.4.3.json"
    out.write_text("[\n" + ",\n".join(map(json.dumps, vectors)) + "\n]\n", encoding="utf-8")
    special = importlib.import_module("data_juicer.ops.common.special_characters").SPECIAL_CHARACTERS
    points = sorted({ord(char) for char in special if len(char) == 1})
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    members = "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in ranges)
    (FAMILY / "special-characters.generated.ts").write_text(
        "// Written by `python tools/python/generators/data_juicer_vectors.py`; do not edit.\n"
        "/** What is special to Data-Juicer 1.4.3, as a class of a regular expression with the flag `u`. */\n"
        f"export const specialCharacters =\n\t'{members.replace(chr(92), chr(92) * 2)}';\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(sys.argv[1])
