"""A checkpoint is whole or not there."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from millrace_runner.checkpoints import (
    BEGINNING,
    Progress,
    checkpoint_folder,
    newest_checkpoint,
    prune,
    restore,
    save_checkpoint,
)
from millrace_runner.faults import Fault
from millrace_runner.optimizer import make_optimizer
from millrace_runner.specification import Optimizer

SETTINGS = Optimizer(1e-2, (0.9, 0.95), 1e-8, 0.1, 1)
NAMES = ["model.safetensors", "optimizer.safetensors", "state.json"]


def trained(steps: int) -> tuple[nn.Module, torch.optim.AdamW]:
    """A small net with a matrix, a bias and a buffer, after some steps."""
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4))
    optimizer = make_optimizer(model, SETTINGS)
    step(model, optimizer, range(steps))
    return model, optimizer


def step(model: nn.Module, optimizer: torch.optim.AdamW, steps: range) -> None:
    for number in steps:
        torch.manual_seed(number)
        model(torch.randn(5, 3)).square().sum().backward()
        optimizer.step()
        optimizer.zero_grad()


def progress_at(number: int) -> Progress:
    return replace(BEGINNING, step=number, losses=tuple(1 / n for n in range(1, number + 1)))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    for number in (2, 4):
        save_checkpoint(tmp_path, "run", *trained(number), progress_at(number))
    return tmp_path


def newest(output: Path) -> tuple[int, list[str]]:
    warnings: list[str] = []
    checkpoint = newest_checkpoint(output, "run", warnings)
    return checkpoint.progress.step if checkpoint else 0, warnings


def test_weights_moments_and_progress_come_back_as_they_were(saved: Path) -> None:
    expected, optimizer = trained(7)
    model, other = trained(0)
    checkpoint = newest_checkpoint(saved, "run", [])
    assert checkpoint is not None
    assert checkpoint.progress == progress_at(4)
    restore(checkpoint, model, other)
    step(model, other, range(4, 7))
    assert all(
        torch.equal(a, b)
        for a, b in zip(model.state_dict().values(), expected.state_dict().values(), strict=True)
    )
    assert len(other.state) == len(optimizer.state)


def test_a_checkpoint_before_the_first_step_comes_back(tmp_path: Path) -> None:
    save_checkpoint(tmp_path, "run", *trained(0), BEGINNING)
    checkpoint = newest_checkpoint(tmp_path, "run", [])
    assert checkpoint is not None
    model, optimizer = trained(0)
    restore(checkpoint, model, optimizer)
    assert checkpoint.progress == BEGINNING


def test_nothing_in_a_checkpoint_is_a_pickle(saved: Path) -> None:
    folder = checkpoint_folder(saved, 4)
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    assert list(json.loads((folder / "state.json").read_text())["files"]) == NAMES[:2]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("damage", ["flip", "cut", "gone", "empty"])
def test_a_damaged_checkpoint_is_passed_over(saved: Path, name: str, damage: str) -> None:
    path = checkpoint_folder(saved, 4) / name
    content = bytearray(path.read_bytes())
    if damage == "gone":
        path.unlink()
    elif damage == "flip" and name != "state.json":
        content[len(content) // 2] ^= 0x40
        path.write_bytes(content)
    else:
        path.write_bytes(b"" if damage == "empty" else content[: len(content) // 2])
    step, warnings = newest(saved)
    assert step == 2
    assert len(warnings) == 1
    assert warnings[0].startswith("The checkpoint step-00000004 is passed over: ")


@pytest.mark.parametrize(
    "state", ["null", "[]", "{}", '{"format": 9}', '{"format": 1, "id": "run", "step": "x"}']
)
def test_a_strange_state_is_passed_over(saved: Path, state: str) -> None:
    (checkpoint_folder(saved, 4) / "state.json").write_text(state)
    assert newest(saved)[0] == 2


def test_other_files_are_no_checkpoints(saved: Path) -> None:
    for name in ("step-", "step-x", "step-9", ".tmp-step-00000009", "notes"):
        (saved / "checkpoints" / name).mkdir()
    assert newest(saved) == (4, [])


def test_pruning_keeps_the_newest_and_those_of_other_runs(saved: Path) -> None:
    save_checkpoint(saved, "other", *trained(1), progress_at(1))
    prune(saved, 1, "run")
    assert sorted(path.name for path in (saved / "checkpoints").iterdir()) == [
        "step-00000001",
        "step-00000004",
    ]


def test_a_checkpoint_of_the_same_step_is_replaced(saved: Path) -> None:
    save_checkpoint(saved, "other", *trained(3), progress_at(4))
    assert newest_checkpoint(saved, "other", []) is not None
    assert len(list((saved / "checkpoints").iterdir())) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="a full disk is a small tmpfs, which only root may mount")
def test_a_full_disk_leaves_the_older_checkpoints(full_disk: Path) -> None:
    save_checkpoint(full_disk, "run", *trained(2), progress_at(2))
    (full_disk / "ballast").write_bytes(bytes(free_bytes(full_disk) - 2048))
    with pytest.raises(
        Fault, match=r"checkpoint of step 4 .*No space left on device.*earlier checkpoints are kept"
    ):
        save_checkpoint(full_disk, "run", *trained(4), progress_at(4))
    assert newest(full_disk) == (2, [])
    assert len(list((full_disk / "checkpoints").iterdir())) == 1


def free_bytes(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_bsize
