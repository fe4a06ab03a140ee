"""What is wrong with a run is said in one sentence at its end, and nothing half-done stays behind."""

import os
import shutil
from pathlib import Path

import pytest
from conftest import (
    LORA,
    Json,
    Outcome,
    causal_shards,
    make_spec,
    run_spec,
    start_runner,
    write_spec,
)
from forked import Forked
from transformers import DistilBertConfig, DistilBertForSequenceClassification, MambaConfig, MambaForCausalLM

from millrace_runner.base_folder import base_sha256, read_base
from millrace_runner.faults import Fault
from millrace_runner.lora import adapted
from millrace_runner.specification import Lora


@pytest.fixture(scope="module")
def shards(tmp_path_factory: pytest.TempPathFactory, tokenizer_file: Path) -> Json:
    return causal_shards(tmp_path_factory.mktemp("shards"), tokenizer_file)


def failure(outcome: Outcome, *words: str) -> str:
    assert outcome.code == 1
    assert [event["type"] for event in outcome.events] == ["end"]
    assert outcome.end["outcome"] == "failed"
    error: str = outcome.end["error"]
    for word in words:
        assert word in error
    assert "Traceback" not in outcome.stderr
    return error


def left_behind(output: Path) -> set[str]:
    return {str(path.relative_to(output)) for path in output.rglob("*")}


NOTHING = {"spec.json", "events.jsonl", "checkpoints"}


def test_a_damaged_shard_fails_before_the_first_step(causal_base: Path, shards: Json, tmp_path: Path) -> None:
    copy = tmp_path / "train.arrow"
    shutil.copyfile(shards["train"][0]["url"], copy)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    damaged = {**shards, "train": [{**shards["train"][0], "url": str(copy)}]}
    spec = make_spec(tmp_path / "out", causal_base, damaged)
    failure(run_spec(spec, tmp_path), str(copy), "SHA-256", "plan the run again")
    assert left_behind(tmp_path / "out") == NOTHING
    spec["shards"] = shards
    assert run_spec(spec, tmp_path).end["outcome"] == "done"


def test_base_and_shards_are_blamed_together(shards: Json, tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "pytorch_model.bin").touch()
    broken = {"train": [{**shards["train"][0], "sha256": "0" * 64}]}
    spec = make_spec(tmp_path / "out", tmp_path / "base", broken)
    words = [
        "lacks config.json, tokenizer.json, model.safetensors (pytorch_model.bin is a pickle",
        "is damaged",
    ]
    failure(run_spec(spec, tmp_path), *words)


def test_a_base_with_another_tokenizer_is_refused(causal_base: Path, shards: Json, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(causal_base, base)
    (base / "tokenizer.json").write_text((base / "tokenizer.json").read_text() + " ")
    spec = make_spec(tmp_path / "out", base, shards)
    error = failure(run_spec(spec, tmp_path), "another tokenizer than the base's")
    assert error.count("another tokenizer") == 4


def test_a_base_that_changed_since_the_plan_is_refused(
    causal_base: Path, shards: Json, tmp_path: Path
) -> None:
    spec = make_spec(tmp_path / "out", causal_base, shards)
    spec["recipe"]["base"]["sha256"] = "0" * 64
    failure(run_spec(spec, tmp_path), "is not the one that was planned", base_sha256(causal_base))


def test_a_context_beyond_the_base_is_refused(causal_base: Path, shards: Json, tmp_path: Path) -> None:
    spec = make_spec(tmp_path / "out", causal_base, shards, context=129)
    failure(run_spec(spec, tmp_path), "context of 129 tokens is longer than the 128 positions")


def test_an_adapter_for_no_layer_is_refused(causal_base: Path, shards: Json, tmp_path: Path) -> None:
    spec = make_spec(tmp_path / "out", causal_base, shards, method={**LORA, "targets": ["q_proj", "qproj"]})
    failure(run_spec(spec, tmp_path), "no linear layer qproj", "the nearest is q_proj")


def test_a_base_that_takes_no_adapter_is_refused() -> None:
    model = MambaForCausalLM(MambaConfig(vocab_size=50, hidden_size=16, num_hidden_layers=1))
    with pytest.raises(Fault, match="Adapters cannot be added to a base of the type mamba"):
        adapted(model, Lora(4, 8, 0, "all-linear"), seed=0, classifies=False)


def test_the_whole_head_of_a_classifier_learns_beside_an_adapter() -> None:
    config = DistilBertConfig(vocab_size=50, dim=16, n_layers=1, n_heads=2, hidden_dim=32)
    learning = adapted(
        DistilBertForSequenceClassification(config), Lora(4, 8, 0, "all-linear"), seed=0, classifies=True
    )
    names = {name for name, parameter in learning.named_parameters() if parameter.requires_grad}
    assert {name.split(".")[2] for name in names if "lora" not in name} == {"pre_classifier", "classifier"}
    assert any("q_lin.lora_A" in name for name in names)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"id": NaN}', "\ud83d"])
def test_a_file_that_is_no_specification_fails(tmp_path: Path, content: str) -> None:
    path = tmp_path / "spec.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    process = start_runner(path)
    stdout, _ = process.communicate()
    assert process.returncode == 1
    assert stdout.count("\n") == 1
    assert '"outcome": "failed"' in stdout


def test_an_output_that_cannot_be_used_fails(causal_base: Path, shards: Json, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    spec = make_spec(tmp_path / "file" / "out", causal_base, shards)
    failure(
        run_spec(spec, tmp_path),
        f"output folder {tmp_path / 'file' / 'out'} cannot be made",
        "choose another",
    )


def test_two_runners_do_not_share_an_output(
    causal_base: Path, shards: Json, tmp_path: Path, running: list[Forked]
) -> None:
    spec = make_spec(tmp_path / "out", causal_base, shards, steps=120)
    first = start_runner(write_spec(spec, tmp_path))
    running.append(first)
    first.stdout.readline()
    second = run_spec(spec, tmp_path)
    failure(second, "in use by another runner", f"process {first.pid}")
    assert "in use by another runner" not in (tmp_path / "out" / "events.jsonl").read_text()


@pytest.mark.skipif(os.geteuid() != 0, reason="a full disk is a small tmpfs, which only root may mount")
def test_a_full_disk_fails_the_run_and_more_space_continues_it(
    causal_base: Path, shards: Json, tmp_path: Path, full_disk: Path
) -> None:
    spec = make_spec(full_disk / "out", causal_base, shards, checkpoint={"every": 4, "keep": 2})
    full = run_spec(spec, tmp_path)
    assert full.code == 1
    assert "No space left on device" in full.end["error"]
    assert not list((full_disk / "out" / "checkpoints").glob(".tmp-*"))
    saved = [event["step"] for event in full.by_type.get("checkpoint", [])]
    shutil.copytree(full_disk / "out", tmp_path / "out")
    again = run_spec({**spec, "output": str(tmp_path / "out")}, tmp_path)
    assert again.end["outcome"] == "done"
    assert again.by_type["start"][0]["resumed"] == max(saved, default=0)
    whole = run_spec({**spec, "output": str(tmp_path / "whole")}, tmp_path)
    assert again.losses == whole.losses[max(saved, default=0) :]


def test_classes_of_another_base_are_refused(classifier_base: Path, tmp_path: Path, shards: Json) -> None:
    spec = make_spec(
        tmp_path / "out",
        classifier_base,
        shards,
        objective="classification",
        labels=["Fixed", "Added", "Changed"],
    )
    failure(run_spec(spec, tmp_path), "classifies Added, Changed, Fixed", "Fixed, Added, Changed")


@pytest.mark.parametrize("damage", ["config", "weights", "missing tensors", "shapes"])
def test_a_damaged_base_fails_with_a_sentence(
    causal_base: Path, shards: Json, tmp_path: Path, damage: str
) -> None:
    base = tmp_path / "base"
    shutil.copytree(causal_base, base)
    config = (base / "config.json").read_text()
    if damage == "config":
        (base / "config.json").write_text(config.replace('"llama"', '"no-such-model"'))
    elif damage == "weights":
        (base / "model.safetensors").write_bytes((base / "model.safetensors").read_bytes()[:1000])
    elif damage == "missing tensors":
        (base / "config.json").write_text(config.replace('"num_hidden_layers": 2', '"num_hidden_layers": 3'))
    else:
        (base / "config.json").write_text(
            config.replace('"intermediate_size": 88', '"intermediate_size": 80')
        )
    failure(run_spec(make_spec(tmp_path / "out", base, shards), tmp_path), str(base))


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.safetensors"])
def test_a_missing_file_of_a_base_is_named(causal_base: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(causal_base, tmp_path / "base")
    (tmp_path / "base" / name).unlink()
    with pytest.raises(Fault, match=f"lacks {name}"):
        read_base(tmp_path / "base")


def test_a_missing_part_of_divided_weights_is_named(causal_base: Path, tmp_path: Path) -> None:
    shutil.copytree(causal_base, tmp_path / "base")
    (tmp_path / "base" / "model.safetensors").rename(tmp_path / "base" / "model-00001-of-00002.safetensors")
    index = (
        '{"weight_map": {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}'
    )
    (tmp_path / "base" / "model.safetensors.index.json").write_text(index)
    with pytest.raises(Fault, match=r"lacks model-00002-of-00002\.safetensors"):
        read_base(tmp_path / "base")
