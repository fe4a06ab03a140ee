"""Ids of byte-level byte pairs are those of tokenizers and of tiktoken, for each pattern of words."""

import base64
import json
import random
import subprocess
from typing import Any

import pytest
import tiktoken
from bases import LLAMA3_SPLIT, TOOL, corpus, texts
from tokenizers import Regex, Tokenizer, models, pre_tokenizers, trainers

ROOT = TOOL.parent.parent
NODE = ROOT / "node_modules" / ".bin" / "node"
CONTRACTION = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
UPPER = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]"
LOWER = r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
O200K = "|".join(
    [
        rf"[^\r\n\p{{L}}\p{{N}}]?{UPPER}*{LOWER}+{CONTRACTION}",
        rf"[^\r\n\p{{L}}\p{{N}}]?{UPPER}+{LOWER}*{CONTRACTION}",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    ]
)
PATTERNS = {"llama3": LLAMA3_SPLIT, "qwen": LLAMA3_SPLIT.replace("{1,3}", ""), "o200k": O200K}
CL100K = (
    r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|"
    r"\s++$|\s*[\r\n]|\s+(?!\S)|\s"
)
R50K = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s"
ENCODINGS = {"gpt2": R50K, "cl100k": CL100K, "o200k": O200K}


def asked() -> list[str]:
    """The texts of the other tests, pieces that patterns tell apart, and whole documents."""
    chance = random.Random(5)
    pieces = [
        *["'s", "'S", "'\u017f", "'ll", "'LL", "'Re", "'", " ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u3000"],
        *["a", "A", "the", "THE", "CamelCase", "HTTPServer"],
        *["\u01c5", "\u02b0", "\u4e2d", "e\u0301", "\u0301"],
        *["1", "1234", "\u0663", "\u2167", "...", "//", "/", "-->", "\U0001f600", "=", "_", "\x00", "\x85"],
    ]
    made = ["".join(chance.choice(pieces) for _ in range(chance.randint(1, 12))) for _ in range(3000)]
    pages = [path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md"))]
    return texts() + made + pages


def trained(pattern: str | None, *, ignore_merges: bool) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=pattern is None)
    tokenizer.pre_tokenizer = (
        level
        if pattern is None
        else pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"), level])
    )
    trainer = trainers.BpeTrainer(
        vocab_size=3000,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(corpus(), trainer)
    return tokenizer


def ranks(tokenizer: Tokenizer) -> dict[bytes, int]:
    """The vocabulary of a trained tokenizer as tiktoken reads one: bytes and ranks."""
    letters = [chr(b) for b in [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]]
    known = {letter: ord(letter) for letter in letters}
    for byte in range(256):
        if byte not in known.values():
            known[chr(0x100 + len(known) - len(letters))] = byte
    vocab = tokenizer.get_vocab()
    return {bytes(known[letter] for letter in token): rank for token, rank in vocab.items()}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("byte-pairs")
    made = {
        f"{name}, {'whole words' if whole else 'merges'}": trained(pattern, ignore_merges=whole)
        for name, pattern in [("gpt2", None), *PATTERNS.items()]
        for whole in (False, True)
    }
    paths = {}
    for at, (name, tokenizer) in enumerate(made.items()):
        paths[name] = str(folder / f"{at}.json")
        tokenizer.save(paths[name])
    vocabulary = ranks(made["gpt2, merges"])
    lines = [f"{base64.b64encode(token).decode()} {rank}" for token, rank in vocabulary.items()]
    (folder / "small.tiktoken").write_text("\n".join(lines) + "\n", "utf-8")
    given = asked()
    request = {
        "texts": given,
        "tokenizers": paths,
        "vocabularies": {
            f"tiktoken {name}": {"path": str(folder / "small.tiktoken"), "split": name} for name in ENCODINGS
        },
    }
    (folder / "request.json").write_text(json.dumps(request), "utf-8")
    script = TOOL / "src" / "byte-pairs-for-python.ts"
    subprocess.run([NODE, script, folder / "request.json", folder / "answer.json"], check=True)
    answer: dict[str, Any] = json.loads((folder / "answer.json").read_text("utf-8"))
    return {"answer": answer, "tokenizers": made, "ranks": vocabulary, "texts": given}


@pytest.mark.parametrize("whole", ["merges", "whole words"])
@pytest.mark.parametrize("name", ["gpt2", *PATTERNS])
def test_ids_are_those_of_tokenizers(compared: dict[str, Any], name: str, whole: str) -> None:
    tokenizer = compared["tokenizers"][f"{name}, {whole}"]
    found = compared["answer"][f"{name}, {whole}"]
    for text, ids in zip(compared["texts"], found, strict=True):
        assert ids == tokenizer.encode(text).ids, repr(text[:200])


@pytest.mark.parametrize("name", ENCODINGS)
def test_ids_are_those_of_tiktoken(compared: dict[str, Any], name: str) -> None:
    encoding = tiktoken.Encoding(
        name, pat_str=ENCODINGS[name], mergeable_ranks=compared["ranks"], special_tokens={}
    )
    found = compared["answer"][f"tiktoken {name}"]
    for text, ids in zip(compared["texts"], found, strict=True):
        assert ids == encoding.encode_ordinary(text), repr(text[:200])
