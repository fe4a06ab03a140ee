"""Writes libs/kernels/src/word-tables.generated.ts: facts of spaCy's blank English tokenizer and of Unicode.

Run it with the environment of requirements.txt: spaCy's own objects and datatrove's are asked.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import spacy
from datatrove.utils.text import PUNCTUATION_SET, TERMINAL_PUNCTUATION
from spacy.lang import char_classes as classes
from spacy.pipeline import Sentencizer
from spacy.tokenizer import Tokenizer

OUT = Path(__file__).parents[3] / "libs/kernels/src/word-tables.generated.ts"
SURROGATES = range(0xD800, 0xE000)

nlp = spacy.blank("en")
tokenizer = nlp.tokenizer
bare = Tokenizer(
    nlp.vocab,
    rules={},
    prefix_search=tokenizer.prefix_search,
    suffix_search=tokenizer.suffix_search,
    infix_finditer=tokenizer.infix_finditer,
    url_match=tokenizer.url_match,
)


def one_of(members: str) -> Callable[[str], bool]:
    pattern = re.compile(f"[{members}]")
    return lambda char: pattern.match(char) is not None


before_dot = one_of(
    "0-9{al}{e}{p}(?:{q})".format(
        al=classes.ALPHA_LOWER, e=r"%²\-\+", p=classes.PUNCT, q=classes.CONCAT_QUOTES
    )
)
# The order is that of the bits; word-flags.ts and assembly/word-flags.ts name them.
FLAGS: list[Callable[[str], bool]] = [
    str.isspace,
    one_of(classes.ALPHA),
    one_of(classes.ALPHA_LOWER),
    one_of(classes.ALPHA_UPPER),
    lambda char: tokenizer.find_prefix(char) == 1 and char != "+",
    lambda char: tokenizer.find_suffix(f"\x01{char}") == 1,
    before_dot,
    one_of(classes.CONCAT_QUOTES),
    lambda char: len(tokenizer.find_infix(char)) == 1,
    lambda char: re.match(r"\w", char) is not None,
    lambda char: re.match(r"\d", char) is not None,
    str.isalpha,
    PUNCTUATION_SET.__contains__,
    TERMINAL_PUNCTUATION.__contains__,
    set(Sentencizer.default_punct_chars).__contains__,
]


def flag_runs() -> str:
    """Runs of code points with equal flags: how long and which, both in base 36."""
    runs: list[list[int]] = []
    for point in range(sys.maxunicode + 1):
        flags = 0
        if point not in SURROGATES:
            flags = sum(1 << bit for bit, has in enumerate(FLAGS) if has(chr(point)))
        if runs and runs[-1][1] == flags:
            runs[-1][0] += 1
        else:
            runs.append([1, flags])
    return " ".join(f"{base36(length)}:{base36(flags)}" for length, flags in runs)


def base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number] if number < 36 else base36(number // 36) + digits[number % 36]


def cut(words: list[str]) -> str:
    return "\t".join(words)


def listed(cuts: dict[str, str]) -> str:
    return json.dumps(list(cuts.values()), ensure_ascii=False)


def has_space(text: str) -> bool:
    return any(char.isspace() for char in text)


special = {
    text: cut([part.get(65, "") for part in parts])
    for text, parts in sorted(tokenizer.rules.items())
    if not has_space(text)
}
found = {
    text: cut([token.text for token in bare(text)])
    for text in special
    if tokenizer.find_prefix(text) or tokenizer.find_infix(text) or tokenizer.find_suffix(text)
}
units = sorted({unit for unit in re.split(r"\|", classes.UNITS) if unit} | set(classes.LIST_CURRENCY))
units = sorted({unit.replace("\\", "") for unit in units})

lines = [
    "// Written by `python tools/python/generators/word_tables.py`; do not edit.",
    f"// Facts of spaCy {spacy.__version__} and of Unicode {unicodedata.unidata_version} as Python has it.",
    f"export const flagRuns =\n\t{json.dumps(flag_runs())};",
    "/** Texts that are cut in a way of their own, their parts divided by tabs. */",
    f"export const specialCuts: readonly string[] = {listed(special)};",
    "/** Those of them that are found within what affixes left, as affixes cut them. */",
    f"export const specialFinds: readonly string[] = {listed(found)};",
    "/** What is cut off behind a digit. */",
    f"export const unitSuffixes: readonly string[] = {json.dumps(units, ensure_ascii=False)};",
]
OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
