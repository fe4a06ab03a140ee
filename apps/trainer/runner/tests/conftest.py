"""Real tiny bases, shards and runs, made on the spot."""

import hashlib
import json
import os
import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count as counted
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from forked import Forked
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

os.environ.update({"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"})

from millrace_runner.base_folder import base_sha256
from millrace_runner.device import choose_device
from millrace_runner.files import sha256_of
from millrace_runner.make_base import make_base, read_request

RUNNER = Path(__file__).parent.parent
END = "<|endoftext|>"
LABELS = ["Added", "Changed", "Fixed"]
WORDS = {
    "Added": ["add", "new", "support", "introduce"],
    "Changed": ["change", "rename", "move", "bump"],
    "Fixed": ["fix", "bug", "crash", "correct"],
}
Json = dict[str, Any]
NUMBERS = counted()


def texts(count: int, seed: int) -> list[tuple[str, int]]:
    """Lines of a changelog with their class."""
    chance = random.Random(seed)
    nouns = ["parser", "lexer", "cache", "reader", "writer", "option", "flag", "stream", "queue", "lock"]
    lines = []
    for _ in range(count):
        label = chance.randrange(len(LABELS))
        words = chance.choices(WORDS[LABELS[label]], k=2) + chance.choices(nouns, k=chance.randint(1, 12))
        lines.append((" ".join(words), label))
    return lines


@pytest.fixture(scope="session", autouse=True)
def _device() -> None:
    choose_device()


@pytest.fixture(scope="session")
def tokenizer_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=[END, "<|pad|>"], show_progress=False)
    tokenizer.train_from_iterator([text for text, _ in texts(300, 1)], trainer)
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    tokenizer.save(str(path))
    return path


def base_request(folder: Path, tokenizer: Path, **changes: object) -> Json:
    return {
        "folder": str(folder),
        "objective": "causal-lm",
        "tokenizer": str(tokenizer),
        "layers": 2,
        "hidden": 32,
        "heads": 2,
        "context": 128,
        "seed": 7,
        **changes,
    }


@pytest.fixture(scope="session")
def causal_base(tmp_path_factory: pytest.TempPathFactory, tokenizer_file: Path) -> Path:
    folder = tmp_path_factory.mktemp("bases") / "causal"
    make_base(read_request(base_request(folder, tokenizer_file)))
    return folder


@pytest.fixture(scope="session")
def classifier_base(tmp_path_factory: pytest.TempPathFactory, tokenizer_file: Path) -> Path:
    folder = tmp_path_factory.mktemp("bases") / "classifier"
    make_base(read_request(base_request(folder, tokenizer_file, objective="classification", labels=LABELS)))
    return folder


def write_shard(path: Path, columns: dict[str, pa.Array], metadata: dict[str, str], batch: int = 16) -> Json:
    """An Arrow IPC file as the specification names it."""
    table = pa.table(columns).replace_schema_metadata(metadata)
    path.parent.mkdir(parents=True, exist_ok=True)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table, max_chunksize=batch)
    return shard_of(path, table.num_rows)


def shard_of(path: Path, rows: int) -> Json:
    return {"url": str(path), "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "rows": rows}


def metadata_of(tokenizer: Path, objective: str, context: int) -> dict[str, str]:
    return {
        "millrace.tokenizer": sha256_of(tokenizer),
        "millrace.context": str(context),
        "millrace.objective": objective,
    }


def packs_of(documents: list[list[int]], context: int) -> dict[str, pa.Array]:
    """Documents in packs, next fit."""
    packs: list[list[list[int]]] = [[]]
    for document in documents:
        if sum(map(len, packs[-1])) + len(document) > context:
            packs.append([])
        packs[-1].append(document)
    return columns_of(packs)


def columns_of(packs: list[list[list[int]]]) -> dict[str, pa.Array]:
    integers = pa.list_(pa.int32())
    return {
        "input_ids": pa.array(
            [[token for document in pack for token in document] for pack in packs], integers
        ),
        "labels": pa.array(
            [[label for document in pack for label in [-100, *document[1:]]] for pack in packs], integers
        ),
        "seq_lengths": pa.array([[len(document) for document in pack] for pack in packs], integers),
    }


def documents_of(tokenizer: Path, count: int, seed: int) -> list[list[int]]:
    encoder = Tokenizer.from_file(str(tokenizer))
    end = encoder.encode(END).ids
    return [[*encoder.encode(text).ids, *end] for text, _ in texts(count, seed)]


def causal_shards(folder: Path, tokenizer: Path, context: int = 64, prefix: str = "") -> Json:
    meta = metadata_of(tokenizer, "causal-lm", context)
    return {
        split: [
            write_shard(
                folder / f"{prefix}{split}-{part}.arrow",
                packs_of(documents_of(tokenizer, count, seed + part), context),
                meta,
            )
            for part in range(2)
        ]
        for split, count, seed in (("train", 120, 10), ("validation", 40, 20))
    }


def class_shards(folder: Path, tokenizer: Path, context: int = 64) -> Json:
    encoder = Tokenizer.from_file(str(tokenizer))
    meta = metadata_of(tokenizer, "classification", context)
    shards = {}
    for split, count, seed in (("train", 200, 30), ("validation", 80, 40)):
        lines = texts(count, seed)
        columns = {
            "input_ids": pa.array([encoder.encode(text).ids for text, _ in lines], pa.list_(pa.int32())),
            "label": pa.array([label for _, label in lines], pa.int32()),
        }
        shards[split] = [write_shard(folder / f"{split}.arrow", columns, meta)]
    return shards


FULL: Json = {"name": "full"}
LORA: Json = {"name": "lora", "rank": 4, "alpha": 8, "dropout": 0.1, "targets": "all-linear"}


def make_spec(output: Path, base: Path, shards: Json, **changes: object) -> Json:
    recipe: Json = {
        "format": 1,
        "name": "sample",
        "objective": "causal-lm",
        "base": {
            "folder": str(base),
            "sha256": base_sha256(base) if (base / "config.json").is_file() else "none",
        },
        "context": 64,
        "method": FULL,
        "optimizer": {
            "name": "adamw",
            "learningRate": 5e-3,
            "betas": [0.9, 0.95],
            "epsilon": 1e-8,
            "weightDecay": 0.1,
            "maxGradientNorm": 1,
        },
        "schedule": {"name": "cosine", "warmup": 0.1, "minimum": 0.1},
        "batch": {"sequences": 2, "accumulate": 2},
        "steps": 12,
        "evaluate": {"every": 6, "sequences": 8},
        "checkpoint": {"every": 4, "keep": 2},
        "precision": "auto",
        "recompute": False,
        "seed": 0,
        **changes,
    }
    return {"id": "run-1", "output": str(output), "shards": shards, "recipe": recipe}


@dataclass
class Outcome:
    """What a run said and how it ended."""

    code: int | None
    events: list[Json]
    stderr: str
    by_type: dict[str, list[Json]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_type = {}
        for event in self.events:
            self.by_type.setdefault(event["type"], []).append(event)

    @property
    def end(self) -> Json:
        return self.events[-1]

    @property
    def losses(self) -> list[float]:
        return [event["loss"] for event in self.by_type.get("step", [])]


def write_spec(spec: Json, folder: Path) -> Path:
    path = folder / f"{Path(spec['output']).name}.spec.json"
    path.write_text(json.dumps(spec), encoding="utf-8")
    return path


def start_runner(path: Path) -> Forked:
    return Forked(["train", str(path)], path.parent / f"streams-{next(NUMBERS)}")


def run_spec(spec: Json, folder: Path) -> Outcome:
    process = start_runner(write_spec(spec, folder))
    stdout, stderr = process.communicate()
    return Outcome(process.returncode, [json.loads(line) for line in stdout.splitlines()], stderr)


@pytest.fixture
def running() -> Iterator[list[Forked]]:
    """Processes that a test starts; none outlives it."""
    processes: list[Forked] = []
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own that holds 256 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this system does not let a test mount a tmpfs")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)
