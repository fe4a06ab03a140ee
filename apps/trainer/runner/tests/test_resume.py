"""A run that was killed at any moment continues to the same losses, bit for bit, and to the same weights."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import (
    FULL,
    LABELS,
    LORA,
    RUNNER,
    Json,
    Outcome,
    causal_shards,
    class_shards,
    make_spec,
    run_spec,
    start_runner,
    write_spec,
)
from forked import Forked

from millrace_runner.files import sha256_of

Processes = list[Forked]


def spec_for(kind: str, output: Path, bases: dict[str, Path], tokenizer: Path, data: Path) -> Json:
    if kind == "classification":
        changes = {"objective": kind, "labels": LABELS, "method": LORA}
        return make_spec(output, bases["classifier"], class_shards(data, tokenizer), **changes)
    method = LORA if kind == "lora" else FULL
    return make_spec(output, bases["causal"], causal_shards(data, tokenizer), method=method)


@pytest.fixture(scope="module")
def bases(causal_base: Path, classifier_base: Path) -> dict[str, Path]:
    return {"causal": causal_base, "classifier": classifier_base}


def final_losses(output: Path) -> dict[int, float]:
    """The loss of every step; of a step that was done twice, the later."""
    events = [json.loads(line) for line in (output / "events.jsonl").read_text().splitlines()]
    return {event["step"]: event["loss"] for event in events if event["type"] == "step"}


def final_metrics(output: Path) -> dict[int, Json]:
    events = [json.loads(line) for line in (output / "events.jsonl").read_text().splitlines()]
    return {event["step"]: event["metrics"] for event in events if event["type"] == "eval"}


def weights_of(output: Path) -> list[str]:
    return [sha256_of(path) for path in sorted((output / "final").glob("*.safetensors"))]


def kill_after(process: "Forked | subprocess.Popen[str]", lines: int, delay: float) -> None:
    """Kills a runner some moments after it has said so many lines."""
    assert process.stdout is not None
    for _ in range(lines):
        if not process.stdout.readline():
            break
    time.sleep(delay)
    process.kill()
    process.communicate()


@pytest.mark.parametrize("kind", ["full", "lora", "classification"])
def test_killed_runs_continue_bit_for_bit(
    kind: str,
    bases: dict[str, Path],
    tokenizer_file: Path,
    tmp_path: Path,
    running: Processes,
) -> None:
    whole = spec_for(kind, tmp_path / "whole", bases, tokenizer_file, tmp_path / "data")
    assert run_spec(whole, tmp_path).end == {"type": "end", "outcome": "done"}

    broken = {**whole, "output": str(tmp_path / "broken")}
    path = write_spec(broken, tmp_path)
    chance = random.Random(kind)
    # Moments: while loading, after the first step, at a checkpoint, and wherever chance has it.
    for lines in (0, 3, 7, chance.randint(2, 18)):
        running.append(start_runner(path))
        kill_after(running[-1], lines, chance.random() * 0.02)
    if kind == "full":
        # The same in a process of its own, which shares nothing with the run that was not killed.
        command = [sys.executable, "-m", "millrace_runner", "train", str(path)]
        own = subprocess.Popen(
            command, cwd=RUNNER, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        )
        kill_after(own, 3, 0)
    assert run_spec(broken, tmp_path).end == {"type": "end", "outcome": "done"}

    assert final_losses(tmp_path / "broken") == final_losses(tmp_path / "whole")
    assert final_metrics(tmp_path / "broken") == final_metrics(tmp_path / "whole")
    assert weights_of(tmp_path / "broken") == weights_of(tmp_path / "whole") != []
    assert not list((tmp_path / "broken").rglob(".tmp-*"))
    assert not (tmp_path / "broken" / "lock").exists()


@pytest.fixture(scope="module")
def done(
    causal_base: Path, tokenizer_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Json, Outcome]:
    """A finished run, which tests copy before they change it."""
    folder = tmp_path_factory.mktemp("done")
    spec = make_spec(folder / "out", causal_base, causal_shards(folder / "data", tokenizer_file))
    return spec, run_spec(spec, folder)


def copy_of(spec: Json, folder: Path) -> Json:
    shutil.copytree(spec["output"], folder / "out")
    return {**spec, "output": str(folder / "out")}


def test_a_finished_run_that_is_started_again_is_done_at_once(
    done: tuple[Json, Outcome], tmp_path: Path
) -> None:
    spec = copy_of(done[0], tmp_path)
    with (tmp_path / "out" / "events.jsonl").open("a") as file:
        file.write('{"type": "step", "st')
    again = run_spec(spec, tmp_path)
    assert [event["type"] for event in again.events] == ["start", "end"]
    assert again.events[0]["resumed"] == 12
    assert weights_of(tmp_path / "out") == weights_of(Path(done[0]["output"]))
    lines = (tmp_path / "out" / "events.jsonl").read_text().splitlines()
    assert all(json.loads(line)["type"] for line in lines), "a torn last line is cut off"


def test_a_damaged_checkpoint_and_one_of_another_run_are_passed_over(
    done: tuple[Json, Outcome], tmp_path: Path
) -> None:
    spec = copy_of(done[0], tmp_path)
    path = tmp_path / "out" / "checkpoints" / "step-00000012" / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-1])
    again = run_spec(spec, tmp_path)
    assert again.by_type["start"][0]["resumed"] == 8
    assert "step-00000012 is passed over" in again.by_type["warn"][0]["message"]
    assert again.losses == done[1].losses[8:]
    other = run_spec({**spec, "id": "run-2"}, tmp_path)
    assert other.by_type["start"][0]["resumed"] == 0
    assert ["run-1" in event["message"] for event in other.by_type["warn"]] == [True, True]
    assert other.losses == done[1].losses


@pytest.mark.parametrize("way", ["SIGTERM", "SIGINT", "file"])
def test_a_run_that_is_asked_to_stop_writes_a_checkpoint_and_continues(
    way: str, causal_base: Path, tokenizer_file: Path, tmp_path: Path, running: Processes
) -> None:
    shards = causal_shards(tmp_path / "data", tokenizer_file)
    changes = {
        "steps": 120,
        "checkpoint": {"every": 1000, "keep": 1},
        "evaluate": {"every": 40, "sequences": None},
    }
    spec = make_spec(tmp_path / "out", causal_base, shards, **changes)
    process = start_runner(write_spec(spec, tmp_path))
    running.append(process)
    lines = [process.stdout.readline() for _ in range(30)]
    if way == "file":
        (tmp_path / "out" / "stop").touch()
    else:
        os.kill(process.pid, signal.Signals[way])
    rest, _ = process.communicate(timeout=60)
    stopped = Outcome(process.returncode, [json.loads(line) for line in [*lines, *rest.splitlines()]], "")
    assert (process.returncode, stopped.end["outcome"]) == (0, "stopped")
    checkpoint = stopped.events[-2]
    assert checkpoint["type"] == "checkpoint"
    assert 20 < checkpoint["step"] == len(stopped.losses) < 120
    assert not (tmp_path / "out" / "stop").exists()
    assert not (tmp_path / "out" / "final").exists()

    assert run_spec(spec, tmp_path).end["outcome"] == "done"
    whole = {**spec, "output": str(tmp_path / "whole")}
    assert run_spec(whole, tmp_path).end["outcome"] == "done"
    assert final_losses(tmp_path / "out") == final_losses(tmp_path / "whole")
    assert final_metrics(tmp_path / "out") == final_metrics(tmp_path / "whole")
    assert weights_of(tmp_path / "out") == weights_of(tmp_path / "whole")


def test_a_checkpoint_can_be_asked_for(
    causal_base: Path, tokenizer_file: Path, tmp_path: Path, running: Processes
) -> None:
    shards = causal_shards(tmp_path / "data", tokenizer_file)
    spec = make_spec(tmp_path / "out", causal_base, shards, steps=120, checkpoint={"every": 1000, "keep": 1})
    process = start_runner(write_spec(spec, tmp_path))
    running.append(process)
    for _ in range(3):
        process.stdout.readline()
    (tmp_path / "out" / "checkpoint").touch()
    kinds = []
    while "checkpoint" not in kinds:
        event = json.loads(process.stdout.readline())
        kinds.append(event["type"])
    assert 0 < event["step"] < 120
    assert Path(event["path"], "state.json").is_file()
    assert not (tmp_path / "out" / "checkpoint").exists()


def test_a_run_that_nobody_reads_stops_after_a_checkpoint(
    causal_base: Path, tokenizer_file: Path, tmp_path: Path, running: Processes
) -> None:
    shards = causal_shards(tmp_path / "data", tokenizer_file)
    spec = make_spec(tmp_path / "out", causal_base, shards, steps=4000)
    process = start_runner(write_spec(spec, tmp_path))
    running.append(process)
    for _ in range(5):
        process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 0
    events = [json.loads(line) for line in (tmp_path / "out" / "events.jsonl").read_text().splitlines()]
    assert [event["type"] for event in events[-2:]] == ["checkpoint", "end"]
    assert events[-1]["outcome"] == "stopped"
