"""Pairs to learn from: `phrases`, messages of the sample dataset, and what Apertium makes of them."""

import json
import random
import re
import string
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from .phrases import GROUPS
from .slots import MORE_SLOTS, OPENERS, SLOTS

Pair = tuple[str, str]

NAMES = ("Ana", "Robert", "Maria", "Peter", "Laura", "James", "Emma", "Daniel", "Susan", "Alex")
MODES = Path("/usr/share/apertium/modes")
MASK_LETTERS = "abcdefghiklmnoprstuy"
SLOT = re.compile(r"\{(\w+)\}")


def mask(rng: random.Random, taken: set[str]) -> str:
    """A word that stands for a protected span, mostly one of the first of their row, and not taken yet."""
    while True:
        if rng.random() < 0.9:
            index = int(rng.expovariate(0.25)) if rng.random() < 0.8 else rng.randrange(400)
            word = f"Zqx{MASK_LETTERS[index // 20 % 20]}{MASK_LETTERS[index % 20]}v"
        else:
            letters = string.ascii_lowercase
            word = rng.choice(string.ascii_uppercase) + "".join(rng.choices(letters, k=rng.randint(4, 6)))
        if word not in taken:
            taken.add(word)
            return word


def slot_value(rng: random.Random, slot: str, taken: set[str]) -> str:
    if slot.startswith("name"):
        return mask(rng, taken) if rng.random() < 0.8 else rng.choice(NAMES)
    if slot == "amount" and rng.random() < 0.4:
        return mask(rng, taken)
    return rng.choice({**SLOTS, **MORE_SLOTS}[slot])


def group_sentences(rng: random.Random, taken: set[str]) -> list[str]:
    """All the ways of one group with the same slots, each opened in the same manner."""
    group = rng.choice(GROUPS)
    names = {slot.lower() for text in group for slot in SLOT.findall(text)}
    values = {slot: slot_value(rng, slot, taken) for slot in sorted(names)}

    def fill(found: re.Match[str]) -> str:
        value = values[found[1].lower()]
        return value[0].upper() + value[1:] if found[1][0].isupper() else value

    opener = rng.choice(OPENERS) if rng.random() < 0.15 else ""
    return [opener + SLOT.sub(fill, text) for text in group]


def ticket_sentences(path: Path) -> list[str]:
    """The English sentences of the sample dataset, in their order, each once."""
    found: dict[str, None] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["language"] != "en" or re.search("Ã|â€|&amp;", row["text"]):
            continue
        for piece in re.split(r"(?<=[.!?])\s+|\n+", row["text"]):
            text = " ".join(piece.split())
            if 3 <= len(text.split()) <= 24:
                found[text] = None
    return list(found)


def with_masks(rng: random.Random, text: str) -> str:
    """The text with a few of its words, numbers first, exchanged for masks."""
    words, taken = text.split(" "), set[str]()
    digits = [place for place, word in enumerate(words) if re.search(r"\d", word)]
    places = digits or rng.sample(range(len(words)), k=min(len(words), rng.choice((1, 1, 2))))
    for place in places:
        tail = re.search(r"[.,!?:;]*$", words[place])
        words[place] = mask(rng, taken) + (tail[0] if tail else "")
    return " ".join(words)


def apertium(mode: str, texts: Sequence[str]) -> list[str]:
    """Translates texts in one pass of a fresh process, framed by NUL; unknown words stay as they are."""
    command = subprocess.run(
        ["apertium-wblank-mode", "-z", str(MODES / f"{mode}.mode")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    escaped = (re.sub(r"([\[\]{}^$/\\@<>])", r"\\\1", text) for text in texts)
    framed = "".join(f"{text}[]\0" for text in escaped)
    answer = subprocess.run(
        ["bash", "-c", command, "apertium", "-n", ""],
        input=framed.encode(),
        capture_output=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    ).stdout.decode()
    pieces = answer.split("\0")[: len(texts)]
    plain = (re.sub(r"\\(.)", r"\1", piece.replace("[]", "")) for piece in pieces)
    return [" ".join(re.sub(r"[*#@](?=\w)", "", piece).split()) for piece in plain]


def english(rng: random.Random, tickets: Sequence[str], templated: int) -> list[str]:
    """Templated sentences, some two at a time, then those of the tickets, plain and with masks."""
    texts: list[str] = []
    while len(texts) < templated:
        taken = set[str]()
        text = rng.choice(group_sentences(rng, taken))
        if rng.random() < 0.25:
            text = f"{text} {rng.choice(group_sentences(rng, taken))}"
        texts.append(text)
    for text in tickets:
        texts.extend([text, text, with_masks(rng, text), with_masks(rng, text)])
    return list(dict.fromkeys(texts))


def translations(texts: Sequence[str], mode: str) -> list[Pair]:
    return sound(zip(texts, apertium(mode, texts), strict=True))


def paraphrases(rng: random.Random, tickets: Sequence[str], templated: int) -> list[Pair]:
    """Two ways of one group, and what round trips through Spanish and Esperanto make of tickets."""
    pairs: list[Pair] = []
    while len(pairs) < templated:
        taken = set[str]()
        ways = group_sentences(rng, taken)
        first, second = rng.sample(ways, k=2)
        if rng.random() < 0.25:
            third, fourth = rng.sample(group_sentences(rng, taken), k=2)
            first, second = f"{first} {third}", f"{second} {fourth}"
        pairs.append((first, second))
    texts = [*tickets, *(with_masks(rng, text) for text in tickets)]
    for there, back in (("eng-spa", "spa-eng"), ("en-eo", "eo-en")):
        trips = apertium(back, apertium(there, texts))
        pairs.extend((text, trip) for text, trip in zip(texts, trips, strict=True) if text != trip)
    return sound(dict.fromkeys(pairs))


def sound(pairs: Iterable[Pair]) -> list[Pair]:
    """Only pairs that keep each mask exactly once and about their length."""
    word = re.compile(r"\bZqx[a-z]{2}v\b")
    return [
        (source, target)
        for source, target in pairs
        if sorted(word.findall(source)) == sorted(word.findall(target))
        and 0.5 <= (len(target) + 5) / (len(source) + 5) <= 2
    ]
