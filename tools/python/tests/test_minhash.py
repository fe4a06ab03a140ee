"""MinHash signatures and clusters equal those of datatrove 0.10 on the same words."""

import json
import random
import struct
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import xxhash
from datatrove.data import Document
from datatrove.pipeline.dedup.minhash import (
    MinhashConfig,
    MinhashDedupBuckets,
    MinhashDedupCluster,
    MinhashDedupFilter,
    MinhashDedupSignature,
)
from datatrove.utils.hashes import xxhash as datatrove_xxhash
from datatrove.utils.hashing import HashConfig
from datatrove.utils.text import TextNormConfig, simplify_text
from datatrove.utils.word_tokenizers import load_word_tokenizer

TOOL = Path(__file__).parent.parent
MODULES = TOOL.parent.parent / "node_modules"
FILES = 3


CONFIGS = {
    "default": MinhashConfig(),
    "sha1": MinhashConfig(hash_config=HashConfig(64, "sha1")),
    "xxhash32": MinhashConfig(seed=7, hash_config=HashConfig(32, "xxhash")),
    "sha1-32": MinhashConfig(seed=2**32 - 1, hash_config=HashConfig(32, "sha1")),
    "words": MinhashConfig(1, 3, 5, 42),
    "many": MinhashConfig(13, 20, 13, 0),
}
NORMS = [
    {},
    {"lowercase": False, "numbers": False},
    {"punctuation": False, "weekdays": True, "months": True},
    {"whitespace": False},
    {"diacritics": False},
]
NORM_NAMES = {
    "lowercase": "lowercase",
    "numbers": "norm_numbers",
    "weekdays": "norm_weekdays",
    "months": "norm_monthnames",
    "punctuation": "remove_punctuation",
    "whitespace": "norm_whitespace",
    "diacritics": "norm_unicode_diacritics",
}


@pytest.fixture(scope="module", autouse=True)
def encoded_for_xxhash() -> Iterator[None]:
    """xxhash 4 takes no text any more, which datatrove 0.10 gives it; xxhash 3 took it for UTF-8."""

    class Encoding:
        @staticmethod
        def xxh32_intdigest(data: str | bytes) -> int:
            return xxhash.xxh32_intdigest(data.encode() if isinstance(data, str) else data)

        @staticmethod
        def xxh64_intdigest(data: str | bytes) -> int:
            return xxhash.xxh64_intdigest(data.encode() if isinstance(data, str) else data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(datatrove_xxhash, "xxhash", Encoding)
        yield


def changed(text: str, chance: random.Random) -> str:
    """The same text with one word in a hundred replaced."""
    words = text.split(" ")
    for _ in range(1 + len(words) // 100):
        words[chance.randrange(len(words))] = "replaced"
    return " ".join(words)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Documentation of installed packages, and nearly the same texts again, in an order by chance."""
    chance = random.Random(5)
    paths = sorted(path for path in MODULES.glob("*/*.md") if path.stat().st_size > 500)
    real = [path.read_text("utf-8", errors="ignore")[:6000] for path in paths]
    real = [text for text in chance.sample(real, min(len(real), 250)) if text.strip()]
    near = [changed(text, chance) for text in real[::4]]
    letters = "\u00c5ngstr\u00f6m \u0130stanbul na\u00efve \u0661\u0662 \u039f\u0394\u039f\u03a3 "
    odd = ["", "too short", letters * 9]
    found = [*real, *near, *near[::3], *odd]
    chance.shuffle(found)
    return found


@pytest.fixture(scope="module")
def words(texts: list[str]) -> list[list[str]]:
    tokenizer = load_word_tokenizer("en")
    return [tokenizer.word_tokenize(simplify_text(text)) for text in texts]


@pytest.fixture(scope="module")
def folder(texts: list[str], words: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Millrace makes of the same words."""
    made = tmp_path_factory.mktemp("minhash")
    configs = {
        name: {
            "words": words,
            "ngrams": config.n_grams,
            "hashes": config.num_buckets * config.hashes_per_bucket,
            "seed": config.seed,
            "hash": config.hash_config.hash_fc,
            "precision": config.hash_config.precision,
        }
        for name, config in CONFIGS.items()
    }
    request = {"texts": texts, "configs": configs, "simplify": NORMS, "keep": "longest"}
    (made / "request.json").write_text(json.dumps(request), "utf-8")
    (made / "documents").mkdir()
    for rank in range(FILES):
        lines = [json.dumps({"name": str(at), "text": text}) for at, text in parted(texts, rank)]
        (made / "documents" / f"part-{rank}.jsonl").write_text("\n".join(lines), "utf-8")
    subprocess.run(
        [MODULES / ".bin" / "node", TOOL / "src" / "minhash-for-python.ts", made],
        check=True,
    )
    return made


@pytest.fixture(scope="module")
def answer(folder: Path) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads((folder / "answer.json").read_text("utf-8"))
    return parsed


def parted(texts: list[str], rank: int) -> list[tuple[int, str]]:
    size = -(-len(texts) // FILES)
    return list(enumerate(texts))[rank * size : (rank + 1) * size]


def signer(config: MinhashConfig, folder: Path, words: dict[str, list[str]]) -> MinhashDedupSignature:
    """The first step of datatrove, which looks words up, since cutting them takes most of its time."""
    step = MinhashDedupSignature(str(folder), config)

    class Known:
        @staticmethod
        def word_tokenize(text: str) -> list[str]:
            return words[text]

    step.word_tokenizer = Known()
    return step


def signature(step: MinhashDedupSignature, text: str) -> str | None:
    shingles = step.get_shingles(text)
    if shingles.size == 0:
        return None
    return " ".join(str(number) for bucket in step.get_signature(shingles) for number in bucket)


@pytest.mark.parametrize("name", CONFIGS)
def test_signatures_are_those_of_datatrove_bit_for_bit(
    name: str, texts: list[str], words: list[list[str]], answer: dict[str, Any], tmp_path: Path
) -> None:
    known = {simplify_text(text): found for text, found in zip(texts, words, strict=True)}
    step = signer(CONFIGS[name], tmp_path, known)
    expected = [signature(step, text) for text in texts]
    assert sum(one is not None for one in expected) > 200
    assert answer["signatures"][name] == expected


@pytest.mark.parametrize("at", range(len(NORMS)))
def test_texts_are_simplified_as_by_datatrove(texts: list[str], answer: dict[str, Any], at: int) -> None:
    config = TextNormConfig(**{NORM_NAMES[name]: value for name, value in NORMS[at].items()})
    assert answer["simplified"][at] == [simplify_text(text, config) for text in texts]


def test_own_words_are_nearly_always_those_of_spacy(words: list[list[str]], answer: dict[str, Any]) -> None:
    equal = sum(own == found for own, found in zip(answer["own"], words, strict=True))
    assert equal >= 0.99 * len(words)


def clustered(folder: Path, texts: list[str], words: list[list[str]]) -> tuple[list[list[str]], set[str]]:
    """The clusters of datatrove's four steps, and the documents that they leave."""
    config = CONFIGS["default"]
    known = {simplify_text(text): found for text, found in zip(texts, words, strict=True)}
    paths = [str(folder / name) for name in ("signatures", "buckets", "remove")]
    documents = [[Document(text, str(at)) for at, text in parted(texts, rank)] for rank in range(FILES)]
    step = signer(config, Path(paths[0]), known)
    for rank in range(FILES):
        step.run(documents[rank], rank, FILES)
    for rank in range(config.num_buckets):
        MinhashDedupBuckets(paths[0], paths[1], config=config).run(rank=rank, world_size=config.num_buckets)
    MinhashDedupCluster(paths[1], paths[2], config, save_cluster_id=True).run()
    clusters = defaultdict(list)
    left = set()
    for rank in range(FILES):
        pairs = Path(paths[2]) / f"{rank:06d}.clusters"
        for doc, cluster in struct.iter_unpack("<2I", pairs.read_bytes()):
            clusters[cluster].append(documents[rank][doc].id)
        left |= {document.id for document in MinhashDedupFilter(paths[2]).run(documents[rank], rank, FILES)}
    return sorted(sorted(members) for members in clusters.values()), left


def published(out: Path) -> list[dict[str, Any]]:
    shards = sorted((out / "versions" / "v000001").glob("train-*.jsonl"))
    return [json.loads(line) for shard in shards for line in shard.read_text("utf-8").splitlines()]


def test_clusters_are_those_of_datatrove(
    texts: list[str], words: list[list[str]], folder: Path, tmp_path: Path
) -> None:
    expected, left = clustered(tmp_path, texts, words)
    found = defaultdict(list)
    rows = published(folder / "annotated")
    for row in rows:
        if row["cluster_id"] is not None:
            found[row["cluster_id"]].append(row["name"])
    assert len(expected) > 40
    assert sorted(sorted(members) for members in found.values()) == expected
    assert len(rows) == len(texts)
    # One document of each cluster stays in both; which one is a rule of its own here.
    kept = {row["name"] for row in published(folder / "dropped")}
    assert len(kept) == len(left)
    assert kept - {name for members in expected for name in members} == left - {
        name for members in expected for name in members
    }
    for members in expected:
        assert len(kept & set(members)) == 1
        assert len(left & set(members)) == 1
        sizes = {name: len(texts[int(name)].encode()) for name in members}
        assert sizes[(kept & set(members)).pop()] == max(sizes.values())
