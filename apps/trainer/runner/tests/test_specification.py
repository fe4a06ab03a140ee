"""A specification is read strictly, and one error says everything that is wrong."""

import copy
from pathlib import Path
from typing import Any

import pytest
from conftest import LORA, Json, make_spec

from millrace_runner.faults import Fault
from millrace_runner.specification import Lora, read_specification

SHARD = {"url": "/data/a.arrow", "sha256": "ab", "rows": 3}
SPEC = make_spec(Path("/out"), Path("/base"), {"train": [SHARD], "validation": []})


def changed(path: str, value: object) -> Json:
    """The sample specification with one value replaced."""
    spec = copy.deepcopy(SPEC)
    *parents, name = path.split(".")
    place: Any = spec
    for parent in parents:
        place = place[parent]
    place[name] = value
    return spec


def fault_of(value: object) -> str:
    with pytest.raises(Fault) as caught:
        read_specification(value)
    return str(caught.value)


def test_a_whole_specification_is_read() -> None:
    spec = read_specification(changed("recipe.method", LORA))
    assert spec.train[0].path == Path("/data/a.arrow")
    assert spec.recipe.lora == Lora(rank=4, alpha=8, dropout=0.1, targets="all-linear")
    assert (spec.recipe.sequences, spec.recipe.accumulate, spec.recipe.steps) == (2, 2, 12)


def test_a_file_url_is_a_path() -> None:
    url = {**SHARD, "url": "file:///data/with%20space/%C3%BC.arrow"}
    assert read_specification(changed("shards.train", [url])).train[0].path == Path(
        "/data/with space/ü.arrow"
    )


def test_validation_may_be_absent() -> None:
    assert read_specification(changed("shards", {"train": [SHARD]})).validation == ()


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("output", "relative", ["spec.output", "absolute", "relative"]),
        ("recipe.format", 2, ["spec.recipe.format", "2"]),
        ("recipe.objective", "masked", ["spec.recipe.objective", "causal-lm", "masked"]),
        ("recipe.steps", 0, ["spec.recipe.steps", "at least 1"]),
        ("recipe.steps", True, ["spec.recipe.steps", "true"]),
        ("recipe.steps", 1.5, ["spec.recipe.steps", "1.5"]),
        ("recipe.labels", ["A"], ["spec.recipe.labels", "classification"]),
        ("recipe.optimizer.learningRate", -1, ["spec.recipe.optimizer.learningRate", "-1"]),
        ("recipe.optimizer.betas", [0.9], ["spec.recipe.optimizer.betas", "two numbers"]),
        ("recipe.optimizer.betas", [0.9, "x"], ["spec.recipe.optimizer.betas"]),
        ("recipe.schedule.warmup", 3, ["spec.recipe.schedule.warmup", "share"]),
        ("recipe.method", {**LORA, "dropout": 1}, ["spec.recipe.method.dropout"]),
        ("recipe.method", {**LORA, "targets": []}, ["spec.recipe.method.targets"]),
        ("recipe.method", "lora", ["spec.recipe.method", "an object", "lora"]),
        (
            "recipe.batch",
            {},
            ["spec.recipe.batch.sequences is missing", "spec.recipe.batch.accumulate is missing"],
        ),
        ("recipe.optimiser", {}, ["spec.recipe.optimiser", "nearest key is optimizer"]),
        ("shards.train", [], ["spec.shards.train", "at least one shard"]),
        ("shards.test", [], ["spec.shards.test", "is not a key"]),
        ("shards.train", [{**SHARD, "row": 3}], ["spec.shards.train[0].row", "nearest key is rows"]),
        (
            "shards.train",
            [{**SHARD, "url": "s3://bucket/a"}],
            ["absolute path or a file URL", "s3://bucket/a"],
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_place(path: str, value: object, words: list[str]) -> None:
    fault = fault_of(changed(path, value))
    for word in words:
        assert word in fault


def test_all_faults_are_said_at_once() -> None:
    spec = changed("recipe.seed", -1)
    spec["recipe"]["contxt"] = 4
    spec["ouput"] = "x"
    fault = fault_of(spec)
    assert "spec.recipe.seed" in fault
    assert "nearest key is context" in fault
    assert "nearest key is output" in fault


@pytest.mark.parametrize("value", [None, [], "text", 3, {}])
def test_something_else_is_a_fault(value: object) -> None:
    assert "spec" in fault_of(value)


def test_a_classifier_needs_two_labels() -> None:
    spec = changed("recipe.objective", "classification")
    assert "spec.recipe.labels is missing" in fault_of(spec)
    spec["recipe"]["labels"] = ["One"]
    assert "two classes" in fault_of(spec)
    spec["recipe"]["labels"] = ["One", "One"]
    assert "distinct" in fault_of(spec)
