"""Damaged texts are repaired as ftfy repairs them, and texts that are right stay as they are."""

import json
import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import ftfy
import ftfy.bad_codecs  # registers the encodings named sloppy-*
import ftfy.badness

TOOL = Path(__file__).parent.parent
ROOT = TOOL.parent.parent
NODE = ROOT / "node_modules" / ".bin" / "node"
FIXTURE = ROOT / "libs" / "text" / "fixtures" / "ftfy.json"
PAGES = [
    "latin-1",
    "sloppy-windows-1252",
    "windows-1252",
    "sloppy-windows-1251",
    "sloppy-windows-1250",
    "sloppy-windows-1253",
    "sloppy-windows-1254",
    "sloppy-windows-1257",
    "iso-8859-2",
    "macroman",
    "cp437",
]
ODD = [
    "\u201cquotes\u201d \u2013 it\u2019s \u2026",
    "\u20ac 5 \u00bd \u00b2",
    "\U0001f600 \U0001f44d\U0001f3fd \U0001f1e9\U0001f1ea",
    "na\u00efve caf\u00e9 \u00e0 la carte, \u00e0s vezes",
    "\uff2c\uff2f\uff35\uff24\u3000\uff8e\uff9f\uff71",
    "\ufb02ubberi\ufb01c",
    "P&EACUTE;REZ &amp;amp; &lt;b&gt; &#128; &#x1F600; &#0; &GTRAPPROX; &SZLIG; &#59; &#12a;",
]


def sentences() -> list[str]:
    """Sentences of the fixtures in 26 languages, and oddities."""
    folder = ROOT / "libs" / "text" / "fixtures" / "sentences"
    lines = [line for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line for line in lines if line.strip()] + ODD


def garbled(dice: random.Random, text: str, times: int) -> str:
    """Text decoded in wrong encodings, as often as told where they can hold it."""
    for _ in range(times):
        try:
            page = dice.choice(PAGES)
            text = text.encode("utf-8").decode(page, dice.choice(["strict", "strict", "replace"]))
        except UnicodeDecodeError:
            continue
    return text


def damaged(dice: random.Random) -> Iterator[str]:
    right = sentences()
    for text in right:
        yield text
        for times in (1, 1, 1, 2, 3):
            yield garbled(dice, text, times)
        once = garbled(dice, text, 1)
        yield once.replace("\xa0", " ")
        yield once.replace("\x81", "?").replace("\x9d", "\ufffd")
        other = dice.choice(right)
        yield f"{garbled(dice, text[:40], 1)} {other[:40]}"
        yield f"{other[:30]}\n{once}<b>\n&amp;{garbled(dice, other, 2)}"


def hostile(dice: random.Random, count: int) -> Iterator[str]:
    """Short runs of the characters that garble is made of."""
    pieces = sorted(set("".join(ftfy.badness.MOJIBAKE_CATEGORIES.values())))
    pieces += [*"abcXYZ ,.?&;#<\x1a\r\x1b[\x80\x9f\ufffd\ufeff", "&amp;", "&#150;", "&eacute;"]
    for _ in range(count):
        yield "".join(dice.choice(pieces) for _ in range(dice.randint(1, 12)))


def repaired(folder: Path, texts: list[str]) -> list[str]:
    (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
    program = TOOL / "src" / "repair-for-python.ts"
    subprocess.run([NODE, program, folder / "texts.json", folder / "repaired.json"], check=True)
    found: list[str] = json.loads((folder / "repaired.json").read_text("utf-8"))
    return found


def test_texts_are_repaired_as_ftfy_does(tmp_path: Path) -> None:
    dice = random.Random(1)
    texts = [*damaged(dice), *hostile(dice, 20_000)]
    expected = [ftfy.fix_text(text) for text in texts]
    changed = sum(text != fixed for text, fixed in zip(texts, expected, strict=True))
    assert len(texts) > 21_000
    assert changed > 5_000
    mine = repaired(tmp_path, texts)
    differing = [each for each in zip(texts, mine, expected, strict=True) if each[1] != each[2]]
    assert not differing


def test_the_fixture_holds_what_ftfy_says() -> None:
    """`MILLRACE_WRITE=ftfy` writes it anew."""
    if os.environ.get("MILLRACE_WRITE") == "ftfy":
        dice = random.Random(2)
        made = sorted({*dice.sample([*damaged(dice)], 400), *hostile(dice, 400)})
        lines = [json.dumps([text, ftfy.fix_text(text)], ensure_ascii=True) for text in made]
        FIXTURE.write_text("[\n\t" + ",\n\t".join(lines) + "\n]\n", "utf-8")
    pairs = json.loads(FIXTURE.read_text("utf-8"))
    assert len(pairs) > 500
    assert [ftfy.fix_text(text) for text, _ in pairs] == [fixed for _, fixed in pairs]
