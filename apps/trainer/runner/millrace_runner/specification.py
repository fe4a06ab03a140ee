"""The run specification: what the TypeScript side hands over, read strictly into frozen data."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from .faults import raise_all
from .fields import Fields

Objective = Literal["causal-lm", "classification"]
ALL_LINEAR = "all-linear"


@dataclass(frozen=True)
class ShardFile:
    """One Arrow file with its checksum and its number of rows."""

    path: Path
    sha256: str
    rows: int


@dataclass(frozen=True)
class Lora:
    rank: int
    alpha: float
    dropout: float
    targets: str | tuple[str, ...]


@dataclass(frozen=True)
class Optimizer:
    learning_rate: float
    betas: tuple[float, float]
    epsilon: float
    weight_decay: float
    max_gradient_norm: float


@dataclass(frozen=True)
class Schedule:
    """Warm-up is a share of all steps, the minimum a share of the peak learning rate."""

    name: str
    warmup: float
    minimum: float


@dataclass(frozen=True)
class Recipe:
    objective: str
    base: Path
    base_sha256: str
    labels: tuple[str, ...]
    context: int
    lora: Lora | None
    optimizer: Optimizer
    schedule: Schedule
    sequences: int
    accumulate: int
    steps: int
    evaluate_every: int
    evaluate_sequences: int | None
    checkpoint_every: int
    checkpoint_keep: int
    precision: str
    recompute: bool
    seed: int


@dataclass(frozen=True)
class Specification:
    id: str
    output: Path
    train: tuple[ShardFile, ...]
    validation: tuple[ShardFile, ...]
    recipe: Recipe


def read_specification(value: object) -> Specification:
    """Checks a parsed specification; one `Fault` lists everything that is wrong with it."""
    faults: list[str] = []
    top = Fields(value, "spec", faults)
    identity, output = top.text("id"), Path(top.text("output"))
    if not output.is_absolute():
        faults.append(f"spec.output must be an absolute folder; it is {output}.")
    shards = top.section("shards")
    train = read_shards(shards, "train")
    validation = read_shards(shards, "validation", optional=True)
    shards.close()
    if not train and "train" in shards.values:
        faults.append("spec.shards.train must hold at least one shard; it is empty: run the plan again.")
    recipe = read_recipe(top.section("recipe"))
    top.close()
    raise_all(faults)
    return Specification(identity, output, train, validation, recipe)


def read_shards(shards: Fields, split: str, *, optional: bool = False) -> tuple[ShardFile, ...]:
    found = []
    for index, item in enumerate(shards.items(split, optional=optional)):
        fields = Fields(item, f"{shards.where}.{split}[{index}]", shards.faults)
        url, sha256, rows = fields.text("url"), fields.text("sha256"), fields.integer("rows", 0)
        fields.close()
        found.append(ShardFile(local_path(url, fields), sha256.lower(), rows))
    return tuple(found)


def local_path(url: str, fields: Fields) -> Path:
    """The path of an absolute path or a file URL; other schemes are a fault."""
    if url.startswith("file:"):
        return Path(unquote(urlsplit(url).path))
    if not Path(url).is_absolute() and url:
        fields.faults.append(f"{fields.where}.url must be an absolute path or a file URL; it is {url}.")
    return Path(url)


def read_recipe(fields: Fields) -> Recipe:
    fields.integer("format", 1, 1)
    fields.text("name")
    objective = fields.choice("objective", "causal-lm", "classification")
    base = fields.section("base")
    folder, sha256 = Path(base.text("folder")), base.text("sha256")
    base.close()
    labels = fields.texts("labels") if objective == "classification" else no_labels(fields)
    if objective == "classification" and len(labels) == 1:
        fields.faults.append(
            f"{fields.where}.labels must name at least two classes; it names {labels[0]} only."
        )
    batch, evaluate, checkpoint = (
        fields.section("batch"),
        fields.section("evaluate"),
        fields.section("checkpoint"),
    )
    recipe = Recipe(
        objective=objective,
        base=folder,
        base_sha256=sha256.lower(),
        labels=labels,
        context=fields.integer("context", 2),
        lora=read_method(fields.section("method")),
        optimizer=read_optimizer(fields.section("optimizer")),
        schedule=read_schedule(fields.section("schedule")),
        sequences=batch.integer("sequences", 1),
        accumulate=batch.integer("accumulate", 1),
        steps=fields.integer("steps", 1),
        evaluate_every=evaluate.integer("every", 1),
        evaluate_sequences=evaluate.integer_or_none("sequences", 1),
        checkpoint_every=checkpoint.integer("every", 1),
        checkpoint_keep=checkpoint.integer("keep", 1),
        precision=fields.choice("precision", "auto", "float32", "bfloat16"),
        recompute=fields.boolean("recompute"),
        seed=fields.integer("seed", 0),
    )
    for section in (batch, evaluate, checkpoint, fields):
        section.close()
    return recipe


def no_labels(fields: Fields) -> tuple[str, ...]:
    """A causal model has no labels: null or an empty list may stand there."""
    fields.known.append("labels")
    if fields.values.get("labels"):
        fields.faults.append(
            f"{fields.where}.labels belongs to the objective classification alone; remove it."
        )
    return ()


def read_method(fields: Fields) -> Lora | None:
    if fields.choice("name", "full", "lora") != "lora":
        fields.close()
        return None
    targets: str | tuple[str, ...] = ALL_LINEAR
    if fields.values.get("targets") == ALL_LINEAR:
        fields.known.append("targets")
    else:
        targets = fields.texts("targets")
    lora = Lora(
        rank=fields.integer("rank", 1),
        alpha=fields.number("alpha", "a number above 0", lambda v: v > 0),
        dropout=fields.number("dropout", "a number from 0 to below 1", lambda v: 0 <= v < 1),
        targets=targets,
    )
    fields.close()
    return lora


def read_optimizer(fields: Fields) -> Optimizer:
    fields.choice("name", "adamw")
    betas = fields.read("betas", "two numbers from 0 to below 1", (0.9, 0.95), read_betas)
    optimizer = Optimizer(
        learning_rate=fields.number("learningRate", "a number above 0", lambda v: v > 0),
        betas=betas,
        epsilon=fields.number("epsilon", "a number above 0", lambda v: v > 0),
        weight_decay=fields.number("weightDecay", "a number of at least 0", lambda v: v >= 0),
        max_gradient_norm=fields.number("maxGradientNorm", "a number above 0", lambda v: v > 0),
    )
    fields.close()
    return optimizer


def read_betas(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    if any(
        isinstance(beta, bool) or not isinstance(beta, int | float) or not 0 <= beta < 1 for beta in value
    ):
        return None
    return float(value[0]), float(value[1])


def read_schedule(fields: Fields) -> Schedule:
    schedule = Schedule(
        name=fields.choice("name", "cosine", "linear", "constant"),
        warmup=fields.number("warmup", "a share of the steps from 0 to 1", lambda v: 0 <= v <= 1),
        minimum=fields.number("minimum", "a share of the learning rate from 0 to 1", lambda v: 0 <= v <= 1),
    )
    fields.close()
    return schedule
