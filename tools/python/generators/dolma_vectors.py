"""Writes the golden vectors of `dolma`: texts with the figures of its own tagger, and the first broken rule.

Run it with the environment of requirements.txt and the folder of an unpacked dolma 1.2.1; what else dolma
needs may be absent: `python tools/python/generators/dolma_vectors.py <folder>`.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from absent import Absent, allow_absent
from quality_vectors import GOPHER, REPETITION, lines, prose

OUT = Path(__file__).parents[3] / "libs/stages/src/filter/quality/fixtures/dolma-1.2.1.json"
TOP = {2: 0.2, 3: 0.18, 4: 0.16}
DUPLICATE = {5: 0.15, 6: 0.14, 7: 0.13, 8: 0.12, 9: 0.11, 10: 0.1}
FIELDS = {
    "word_count": "words",
    "median_word_length": "medianWordLength",
    "required_word_count": "stopWords",
    "symbol_to_word_ratio": "symbols",
    "fraction_of_words_with_alpha_character": "letterWords",
    "fraction_of_lines_starting_with_bullet_point": "bulletLines",
    "fraction_of_lines_ending_with_ellipsis": "ellipsisLines",
    "fraction_of_duplicate_lines": "duplicateLines",
    "fraction_of_characters_in_duplicate_lines": "duplicateLineChars",
}
# The order of the mixer, with the names of the most frequent n-grams as the tagger has them.
RULES: list[tuple[str, str, float]] = [
    ("word_count", "<", 50),
    ("word_count", ">", 100_000),
    ("median_word_length", "<", 3),
    ("median_word_length", ">", 10),
    ("symbol_to_word_ratio", ">", 0.1),
    ("fraction_of_words_with_alpha_character", "<", 0.8),
    ("required_word_count", "<", 2),
    ("fraction_of_lines_starting_with_bullet_point", ">", 0.9),
    ("fraction_of_lines_ending_with_ellipsis", ">", 0.3),
    ("fraction_of_duplicate_lines", ">", 0.3),
    ("fraction_of_characters_in_duplicate_lines", ">", 0.3),
    *((f"fraction_of_characters_in_most_common_{n}grams", ">", bound) for n, bound in TOP.items()),
    *((f"fraction_of_characters_in_duplicate_{n}grams", ">", bound) for n, bound in DUPLICATE.items()),
]


def tagger(folder: str) -> ModuleType:
    allow_absent()
    for name in ("dolma", "dolma.taggers", "dolma.core"):
        sys.modules[name] = Absent(name)
    spec = importlib.util.spec_from_file_location("dolma.taggers.gopher", f"{folder}/dolma/taggers/gopher.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def tail(n: int, bound: float) -> str:
    """A text whose n-grams are repeated a little more than the bound, and shorter ones less than theirs."""
    size = round(2 * (61 - n) / (bound + 0.004))
    return f"{prose(60)} {prose(size // 2 - 60, 1000)} {prose(60)} {prose(size // 2 - 60, 3000)}"


TEXTS = [
    *GOPHER,
    *REPETITION,
    "\n".join("* " + line for line in lines(10)),
    "\n".join([line + "…" for line in lines(4)] + lines(20)[4:]),
    "\n".join([*lines(10), *lines(2)]),
    "\n".join([prose(40), prose(40), *lines(20)[10:]]),
    "\n".join(["- a"] * 9 + lines(20)),
    "".join(f"{prose(12, 100 * index)} #{index} " for index in range(9)),
    *(tail(n, bound + more) for n, bound in DUPLICATE.items() for more in (0, bound * 0.14, bound * 0.16)),
    tail(10, 0.09),
]


def vector(module: ModuleType, text: str) -> dict[str, Any]:
    found = module.get_attributes(text)
    values = {name: getattr(found, name) for name in FIELDS}
    figures = {FIELDS[name]: value for name, value in values.items()}
    for n, value in found.fraction_of_characters_in_most_common_ngram:
        values[f"fraction_of_characters_in_most_common_{n}grams"] = figures[f"top{n}"] = value
    for n, value in found.fraction_of_characters_in_duplicate_ngrams:
        values[f"fraction_of_characters_in_duplicate_{n}grams"] = figures[f"duplicate{n}"] = value
    broken = [
        name
        for name, side, bound in RULES
        if name in values and (values[name] < bound if side == "<" else values[name] > bound)
    ]
    return {
        "filter": "dolma",
        **({"piece": text[:2], "times": len(text) // 2} if text == text[:2] * 100_001 else {"text": text}),
        "reason": broken[0] if broken else None,
        "left": None,
        "figures": figures,
    }


if __name__ == "__main__":
    vectors = [vector(tagger(sys.argv[1]), text) for text in dict.fromkeys(TEXTS)]
    OUT.write_text("[\n" + ",\n".join(map(json.dumps, vectors)) + "\n]\n", encoding="utf-8")
