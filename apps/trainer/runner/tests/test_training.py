"""Whole runs on tiny models: they learn, and every number is what plain torch computes."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import FULL, LABELS, LORA, Json, Outcome, causal_shards, class_shards, make_spec, run_spec
from peft import AutoPeftModelForCausalLM, PeftModel
from torch import Tensor
from torch.nn import functional
from transformers import AutoConfig, AutoModelForCausalLM, AutoModelForSequenceClassification, AutoTokenizer

from millrace_runner.classifier import macro_f1
from millrace_runner.files import sha256_of
from millrace_runner.seeds import epoch_order, held_out_rows
from millrace_runner.shards import Rows, Shard, columns_for

STEP_KEYS = {"type", "step", "loss", "tokens", "seconds", "learningRate", "gradientNorm"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, tokenizer_file: Path) -> dict[str, Json]:
    folder = tmp_path_factory.mktemp("data")
    return {
        "causal-lm": causal_shards(folder / "causal", tokenizer_file),
        "classification": class_shards(folder / "class", tokenizer_file),
    }


def rows_of(shards: Json, split: str, objective: str) -> Rows:
    return Rows([Shard(Path(shard["url"]), columns_for(objective)) for shard in shards[split]])


def document_losses(model: torch.nn.Module, rows: Rows, which: list[int]) -> Tensor:
    """The loss of every supervised token, one document at a time and with nothing of ours."""
    losses = []
    for row in (rows[index] for index in which):
        ends = np.cumsum(row["seq_lengths"])[:-1]
        for ids, labels in zip(np.split(row["input_ids"], ends), np.split(row["labels"], ends), strict=True):
            tokens = torch.from_numpy(ids.astype(np.int64))[None]
            wanted = torch.from_numpy(labels.astype(np.int64))[1:]
            logits = model(input_ids=tokens, use_cache=False).logits[0, :-1]
            losses.append(functional.cross_entropy(logits, wanted, reduction="none")[wanted != -100])
    return torch.cat(losses)


@pytest.fixture(scope="module")
def full(
    causal_base: Path, data: dict[str, Json], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("full")
    return folder / "out", run_spec(make_spec(folder / "out", causal_base, data["causal-lm"]), folder)


def test_a_run_says_what_the_contract_names(full: tuple[Path, Outcome]) -> None:
    output, outcome = full
    kinds = [event["type"] for event in outcome.events]
    assert kinds[:2] == ["start", "eval"]
    assert kinds[-3:] == ["eval", "checkpoint", "end"]
    assert outcome.by_type["start"][0].keys() == {
        "type",
        "steps",
        "device",
        "resumed",
        "parameters",
        "trainable",
    }
    assert [event["step"] for event in outcome.by_type["step"]] == list(range(1, 13))
    assert all(event.keys() == STEP_KEYS for event in outcome.by_type["step"])
    assert [event["step"] for event in outcome.by_type["eval"]] == [0, 6, 12]
    assert [event["step"] for event in outcome.by_type["checkpoint"]] == [4, 8, 12]
    assert (output / "events.jsonl").read_text().splitlines() == [
        json.dumps(event) for event in outcome.events
    ]
    assert json.loads((output / "spec.json").read_text())["id"] == "run-1"
    assert outcome.code == 0


@torch.no_grad()
def test_the_first_loss_is_that_of_the_base_over_the_window(
    full: tuple[Path, Outcome], causal_base: Path, data: dict[str, Json]
) -> None:
    _, outcome = full
    rows = rows_of(data["causal-lm"], "train", "causal-lm")
    window = [int(row) for row in epoch_order(0, 0, len(rows))[:4]]
    model = AutoModelForCausalLM.from_pretrained(causal_base)
    losses = document_losses(model, rows, window)
    assert outcome.losses[0] == pytest.approx(float(losses.double().sum()) / len(losses), abs=1e-6)
    assert outcome.by_type["step"][0]["tokens"] == sum(len(rows[row]["input_ids"]) for row in window)


@torch.no_grad()
def test_the_result_loads_and_has_the_loss_of_the_last_evaluation(
    full: tuple[Path, Outcome], data: dict[str, Json]
) -> None:
    output, outcome = full
    first, _, last = (event["metrics"] for event in outcome.by_type["eval"])
    assert last["loss"] < first["loss"] - 0.5
    rows = rows_of(data["causal-lm"], "validation", "causal-lm")
    model = AutoModelForCausalLM.from_pretrained(output / "final")
    loss = float(document_losses(model, rows, held_out_rows(0, len(rows), 8)).double().mean())
    assert last["loss"] == pytest.approx(loss, abs=1e-6)
    assert last["perplexity"] == pytest.approx(np.exp(loss), rel=1e-5)
    assert last["bitsPerToken"] == pytest.approx(loss / np.log(2), rel=1e-5)
    assert AutoTokenizer.from_pretrained(output / "final").eos_token == "<|endoftext|>"


@torch.no_grad()
def test_an_adapter_loads_onto_the_untouched_base(
    causal_base: Path, data: dict[str, Json], tmp_path: Path
) -> None:
    before = {path.name: sha256_of(path) for path in causal_base.iterdir()}
    outcome = run_spec(
        make_spec(tmp_path / "out", causal_base, data["causal-lm"], method=LORA, steps=20), tmp_path
    )
    assert outcome.end["outcome"] == "done"
    assert {path.name: sha256_of(path) for path in causal_base.iterdir()} == before
    start = outcome.by_type["start"][0]
    assert 0 < start["trainable"] < start["parameters"] / 4
    names = {path.name for path in (tmp_path / "out" / "final").iterdir()}
    assert {"adapter_model.safetensors", "adapter_config.json", "tokenizer.json"} <= names
    assert "model.safetensors" not in names
    rows = rows_of(data["causal-lm"], "validation", "causal-lm")
    model = AutoPeftModelForCausalLM.from_pretrained(tmp_path / "out" / "final")
    loss = float(document_losses(model, rows, held_out_rows(0, len(rows), 8)).double().mean())
    metrics = [event["metrics"]["loss"] for event in outcome.by_type["eval"]]
    assert metrics[-1] == pytest.approx(loss, abs=1e-6)
    assert metrics[-1] < metrics[0]


def test_accumulation_gives_the_step_of_one_large_batch(
    causal_base: Path, data: dict[str, Json], tmp_path: Path
) -> None:
    losses = []
    for sequences, accumulate in ((4, 1), (2, 2), (1, 4)):
        batch = {"sequences": sequences, "accumulate": accumulate}
        spec = make_spec(tmp_path / f"out-{sequences}", causal_base, data["causal-lm"], batch=batch, steps=6)
        losses.append(run_spec(spec, tmp_path).losses)
    assert losses[1] == pytest.approx(losses[0], abs=1e-4)
    assert losses[2] == pytest.approx(losses[0], abs=1e-4)


def test_recomputed_activations_change_nothing(
    causal_base: Path, data: dict[str, Json], tmp_path: Path
) -> None:
    runs = [
        run_spec(
            make_spec(tmp_path / f"out-{again}", causal_base, data["causal-lm"], recompute=again, steps=4),
            tmp_path,
        )
        for again in (False, True)
    ]
    assert runs[0].losses == runs[1].losses != []


def test_bfloat16_runs_on_a_cpu_too(causal_base: Path, data: dict[str, Json], tmp_path: Path) -> None:
    for method in (FULL, LORA):
        spec = make_spec(
            tmp_path / method["name"],
            causal_base,
            data["causal-lm"],
            precision="bfloat16",
            method=method,
            steps=6,
        )
        outcome = run_spec(spec, tmp_path)
        assert outcome.end == {"type": "end", "outcome": "done"}
        assert outcome.losses[0] == pytest.approx(4.83, abs=0.05)


@pytest.mark.parametrize("base", ["classifier_base", "causal_base"])
@pytest.mark.parametrize("method", [FULL, LORA], ids=["full", "lora"])
@torch.no_grad()
def test_a_classifier_learns_and_loads(
    base: str, method: Json, data: dict[str, Json], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(base)
    shards = data["classification"]
    spec = make_spec(
        tmp_path / "out",
        folder,
        shards,
        objective="classification",
        labels=LABELS,
        method=method,
        steps=100,
        batch={"sequences": 8, "accumulate": 1},
        evaluate={"every": 50, "sequences": None},
        checkpoint={"every": 100, "keep": 1},
    )
    outcome = run_spec(spec, tmp_path)
    assert outcome.end == {"type": "end", "outcome": "done"}
    metrics = outcome.by_type["eval"][-1]["metrics"]
    assert metrics["accuracy"] > 0.9

    final = tmp_path / "out" / "final"
    if method == LORA:
        config = AutoConfig.from_pretrained(folder, num_labels=3)
        config.pad_token_id = AutoTokenizer.from_pretrained(final).pad_token_id
        plain = AutoModelForSequenceClassification.from_pretrained(folder, config=config)
        model: torch.nn.Module = PeftModel.from_pretrained(plain, final)
    else:
        model = AutoModelForSequenceClassification.from_pretrained(final)
        assert json.loads((final / "config.json").read_text())["id2label"] == dict(
            zip("012", LABELS, strict=True)
        )
    rows = rows_of(shards, "validation", "classification")
    right, total = 0, 0.0
    confusion = np.zeros((3, 3), np.int64)
    for index in range(len(rows)):
        logits = model.eval()(
            input_ids=torch.from_numpy(rows[index]["input_ids"].astype(np.int64))[None]
        ).logits[0]
        label = int(rows[index]["label"][0])
        confusion[label, int(logits.argmax())] += 1
        right += int(logits.argmax()) == label
        total += float(functional.cross_entropy(logits, torch.tensor(label)))
    assert metrics["accuracy"] == right / len(rows)
    assert metrics["loss"] == pytest.approx(total / len(rows), abs=1e-5)
    assert metrics["macroF1"] == pytest.approx(macro_f1(confusion))


def test_macro_f1_leaves_out_classes_that_never_occur() -> None:
    assert macro_f1(np.array([[2, 0, 0], [1, 1, 0], [0, 0, 0]])) == pytest.approx((4 / 5 + 2 / 3) / 2)
    assert macro_f1(np.zeros((2, 2), np.int64)) == 0


def test_a_loss_that_is_not_finite_fails_the_run_and_keeps_the_checkpoint(
    causal_base: Path, data: dict[str, Json], tmp_path: Path
) -> None:
    optimizer = {
        "name": "adamw",
        "learningRate": 1e30,
        "betas": [0.9, 0.95],
        "epsilon": 1e-8,
        "weightDecay": 0,
        "maxGradientNorm": 1,
    }
    spec = make_spec(
        tmp_path / "out",
        causal_base,
        data["causal-lm"],
        optimizer=optimizer,
        schedule={"name": "constant", "warmup": 0, "minimum": 0.1},
        checkpoint={"every": 1, "keep": 1},
        evaluate={"every": 100, "sequences": 2},
    )
    outcome = run_spec(spec, tmp_path)
    assert outcome.code == 1
    assert outcome.end["outcome"] == "failed"
    failed_at = len(outcome.losses) + 1
    assert f"Step {failed_at} gave a loss of" in outcome.end["error"]
    assert "nan" in outcome.end["error"]
    assert f"at step {failed_at - 1}" in outcome.end["error"]
    assert f"{outcome.losses[-1]:.6g}" in outcome.end["error"]
    checkpoints = [path.name for path in (tmp_path / "out" / "checkpoints").iterdir()]
    assert checkpoints == [f"step-{failed_at - 1:08d}"]
    assert not (tmp_path / "out" / "final").exists()


def test_without_held_out_rows_a_run_warns_and_goes_on(
    causal_base: Path, data: dict[str, Json], tmp_path: Path
) -> None:
    shards = {"train": data["causal-lm"]["train"]}
    outcome = run_spec(make_spec(tmp_path / "out", causal_base, shards, steps=2), tmp_path)
    assert outcome.end["outcome"] == "done"
    assert "eval" not in outcome.by_type
    assert "No rows are held out" in outcome.by_type["warn"][0]["message"]
