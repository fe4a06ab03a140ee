"""Writes the golden vectors of the quality filters: texts around each bound, with datatrove's verdict.

Run it with the environment of requirements.txt: `python tools/python/generators/quality_vectors.py`.
"""

import json
import re
from pathlib import Path
from typing import Any

from datatrove.data import Document
from datatrove.pipeline.filters import (
    C4ParagraphFilter,
    C4QualityFilter,
    FineWebQualityFilter,
    GopherQualityFilter,
    GopherRepetitionFilter,
)
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.filters.gopher_repetition_filter import (
    find_all_duplicate,
    find_duplicates,
    find_top_duplicate,
    get_n_grams,
)
from datatrove.utils.text import split_into_words

OUT = Path(__file__).parents[3] / "libs/stages/src/filter/quality/fixtures/datatrove-0.10.json"
NAMES = ["river", "stone", "garden", "window", "market", "silver", "letter", "winter", "bridge", "candle"]


def prose(count: int, start: int = 0) -> str:
    """Words without a repetition: stop words of Gopher, and names with numbers in letters."""
    made = []
    for index in range(start, start + count):
        letters = "".join(chr(97 + int(digit)) for digit in str(index))
        made.append(["the", "of"][index % 2] if index % 7 == 0 else NAMES[index % 10] + letters)
    return " ".join(made)


def lines(count: int, size: int = 8) -> list[str]:
    return [prose(size, index * size) + "." for index in range(count)]


GOPHER = [
    "",
    "   \n ",
    prose(49),
    prose(50),
    prose(49) + " !!! ...",
    "a " * 100_001,
    " ".join(["a", "be", "to"] * 20),
    prose(10) + " " + "incomprehensibilities " * 60,
    prose(60) + " #" * 6,
    prose(60) + " #" * 7,
    prose(60) + " ..." * 6,
    prose(60) + " …" * 8,
    "\n".join("- " + line for line in lines(10)),
    "\n".join("  • " + line for line in lines(9)) + "\n" + lines(1)[0],
    "\n".join("- " + line for line in lines(9)) + "\n\u2028 plain",
    "\n".join(line + ".. " for line in lines(12)),
    "\n".join([line + "… " for line in lines(3)] + lines(7)),
    "\n".join([line + "…" for line in lines(4)] + lines(6)),
    prose(80) + " 12" * 20,
    prose(80) + " 12" * 21,
    prose(60).replace("the", "one").replace("of", "two"),
    prose(60).replace("of", "two"),
    prose(60).replace("the", "The").replace("of", "OF"),
    "It's well-known: they'd said “no” (e.g. to U.S. firms) and we'll go at 5p.m. for 10km. " * 3 + prose(40),
    "Съешь же ещё этих мягких французских булок, да выпей чаю. " * 5 + prose(50),
    "日本語の文章です。これはテストです。" * 10,
]


def repeated(n: int, part: float) -> str:
    """A text of which about this part is an n-gram that occurs again, whose weight is in its last word."""
    phrase = [f"{NAMES[index][:2]}{index}" for index in range(n - 1)] + ["x" * 40]
    size = len("".join(phrase)) / part
    middle, end = prose(40, 1000).split(), prose(90, 2000).split()
    text = " ".join([*phrase, middle[0], *phrase])
    for word in middle[1:] + end:
        if len(text) >= size:
            break
        text += f" {word}{len(text)}"
    return text


REPETITION = [
    "",
    " ",
    "\n\n",
    prose(80),
    "\n\n".join(lines(7) + lines(3)),
    "\n\n".join(lines(6) + lines(4)[:3]),
    "\n\n".join(["tiny"] + lines(20)[1:] + [lines(1)[0]] * 5),
    "\n\n".join([prose(90), *lines(9)[3:], prose(90)]),
    "\n".join(["short"] * 5 + lines(10)),
    "\n".join(["short"] * 4 + lines(10)),
    "\n".join([prose(60), *lines(14)[9:], prose(60)]),
    "\n \n".join(lines(6) + lines(2)),
    ("good morning " * 12) + prose(30),
    ("one two " * 5) + prose(20, 5),
    ("one good day " * 6) + prose(40),
    ("we saw nine birds " * 5) + prose(50),
    *(
        repeated(n, bound)
        for n, bound in zip(range(5, 11), (0.16, 0.15, 0.14, 0.13, 0.12, 0.11), strict=True)
    ),
    *(repeated(n, bound) for n, bound in zip(range(5, 11), (0.14, 0.13, 0.12, 0.11, 0.1, 0.09), strict=True)),
    " ".join(["ab c", "a bc"] * 8) + " " + prose(30),
    "日本語の文章です。 これはテストです。 " * 4,
    "🙂 a b c d " * 3 + prose(30),
]


def short(count: int) -> list[str]:
    return [f"{line[:24]}." for line in lines(count)]


FINEWEB = [
    "",
    " \n\t\n",
    "\n".join(lines(25)),
    "\n".join([line[:-1] for line in lines(22)] + lines(25)[22:]),
    "\n".join([line[:-1] for line in lines(23)] + lines(25)[23:]),
    "\n".join(line[:-1] for line in lines(5)),
    "\n".join(line + "\r" for line in lines(5)),
    "\n".join(line[:-1] + end for line, end in zip(lines(6), "\u3002\uff1f!\u0964\u061f\u1362", strict=True)),
    "\n".join(short(7) + lines(10)[7:]),
    "\n".join(short(6) + lines(10)[6:]),
    "\n".join(f"{line:.29}." for line in lines(3)),
    "\n".join(f"{line:.30}." for line in lines(3)),
    "\n".join([*lines(12), lines(1)[0]]),
    "\n".join([*(prose(60, 60 * index) + "." for index in range(9)), "Two.", "Two."]),
    "\n".join([*lines(3), "   ", "   "]),
    "\n".join(line + "\n\n" for line in lines(8)),
    "\n\n".join(lines(6)),
    "\n".join(["a " * 15 + str(index) + "." for index in range(4)]),
]
C4 = [
    "",
    "\n".join(lines(5)),
    "\n".join(lines(4)),
    "\n".join(line[:-1] + end for line, end in zip(lines(6), [".", "?", "!", '"', "'", "."], strict=True)),
    "\n".join([*lines(5), "No end mark here", "It trails off...", "Two words.", prose(12)[:-1] + "…"]),
    "\n".join(
        [*lines(5), "Please use JavaScript now.", "Read our Privacy Policy here.", "We use cookies here."]
    ),
    "\n".join([*lines(5), "It says Lorem Ipsum here."]),
    "\n".join([*lines(5), "It says lorem ipsum here"]),
    "\n".join([*lines(5), "Some code { here."]),
    "\n".join([*lines(5), "Some code { here", "{ x."]),
    "\n".join([*lines(5), "The javascript has { here."]),
    "\n".join([*lines(5), "Read the privacy policy { here."]),
    "\n".join([*lines(5), "Lorem ipsum is here.", "A { is here."]),
    "\n".join([*lines(5), "A { is here.", "Lorem ipsum is here."]),
    "\n".join([*lines(5), "A word " + "x" * 1000 + " here.", "A word " + "y" * 1001 + " here."]),
    "\n".join(["It is known.[1] And this [edit]too[citation needed].[23]", *lines(5)]),
    "\n".join(["It is known. [1]", "One two [3].", "[1] [2] [3].", *lines(4)]),
    "One here now. Two here now! Three here now? Four said “so.” Five it is.",
    "Dr. Who came at 5 p.m. to see me. He left. She left. They left. We left it.",
    "  " + "\r\n".join(lines(3)) + "\u2028" + "\x1c".join(lines(5)[3:]) + "\u00a0",
    "\n".join([*lines(5), "'", "...", "a b ...", "a b c ...."]),
    "One here now.  \t Two here now. . . Three here now.",
]
PARAGRAPHS = [
    "",
    "\n".join(["x" * 200] * 3),
    "\n".join(["x" * 200] * 2 + ["x" * 199] * 9),
    "\n".join(["x" * 300] * 2),
    "🙂" * 200 + "\n" + "é" * 200 + "\n\n" + "字" * 200,
    "🙂" * 199 + "\n" + "é" * 200 + "\n\n" + "字" * 200,
]
SETS: dict[str, tuple[BaseFilter, list[str]]] = {
    "gopher": (GopherQualityFilter(), GOPHER),
    "repetition": (GopherRepetitionFilter(), REPETITION),
    "fineweb": (FineWebQualityFilter(), FINEWEB),
    "c4": (C4QualityFilter(), C4),
    "paragraphs": (C4ParagraphFilter(), PARAGRAPHS),
}


def figures(name: str, text: str) -> dict[str, float]:
    """Figures as datatrove's own functions make them, under the names of the columns."""
    if name != "repetition" or not text:
        return {}
    words = split_into_words(text)
    paragraphs = re.split(r"\n{2,}", text.strip())
    parts = re.split(r"\n+", text)
    (paragraph_count, paragraph_chars), (line_count, line_chars) = map(find_duplicates, (paragraphs, parts))
    return {
        "duplicateParagraphs": paragraph_count / len(paragraphs),
        "duplicateParagraphChars": paragraph_chars / len(text),
        "duplicateLines": line_count / len(parts),
        "duplicateLineChars": line_chars / len(text),
        **{
            f"top{n}": find_top_duplicate(grams) / len(text)
            for n in (2, 3, 4)
            if (grams := get_n_grams(words, n))
        },
        **{f"duplicate{n}": find_all_duplicate(words, n) / len(text) for n in range(5, 11)},
    }


def vector(name: str, quality: BaseFilter, text: str) -> dict[str, Any]:
    document = Document(text=text, id="")
    try:
        result = quality.filter(document)
    except ZeroDivisionError:
        # What 0.10.1 says where 0.10.0 divides by nothing.
        result = (False, "empty")
    return {
        "filter": name,
        **({"piece": text[:2], "times": len(text) // 2} if text == text[:2] * 100_001 else {"text": text}),
        "reason": result[1] if isinstance(result, tuple) else None,
        "left": document.text if result is True and document.text != text else None,
        "figures": figures(name, text),
    }


if __name__ == "__main__":
    vectors = [vector(name, quality, text) for name, (quality, texts) in SETS.items() for text in texts]
    OUT.parent.mkdir(exist_ok=True)
    lines_out = ",\n".join(json.dumps(each, ensure_ascii=True) for each in vectors)
    OUT.write_text(f"[\n{lines_out}\n]\n", encoding="utf-8")
