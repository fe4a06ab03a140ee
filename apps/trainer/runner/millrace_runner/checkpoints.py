"""Checkpoints that are whole or not there: safetensors under hashes, with state.json as the commit point."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from .faults import Fault
from .files import clear, reason, sha256_of, write_folder
from .loading import is_adapted
from .optimizer import optimizer_tensors, restore_optimizer, trainable

FORMAT = 1
NAME = re.compile(r"step-(\d{8,})")


@dataclass(frozen=True)
class Progress:
    """Where a run stands after `step` steps; random choices follow from the seed and the step."""

    step: int
    epoch: int
    cursor: int
    evaluated: int
    tokens: int
    losses: tuple[float, ...]


BEGINNING = Progress(step=0, epoch=0, cursor=0, evaluated=-1, tokens=0, losses=())


@dataclass(frozen=True)
class Checkpoint:
    folder: Path
    progress: Progress


def checkpoint_folder(output: Path, step: int) -> Path:
    return output / "checkpoints" / f"step-{step:08d}"


def save_checkpoint(
    output: Path, identity: str, model: nn.Module, optimizer: torch.optim.Optimizer, progress: Progress
) -> Path:
    """Writes a checkpoint under a temporary name and renames it; a full disk leaves the older ones."""
    folder = checkpoint_folder(output, progress.step)
    weights = "adapter.safetensors" if is_adapted(model) else "model.safetensors"

    def fill(temporary: Path) -> None:
        save_file(learned_tensors(model), temporary / weights)
        save_file(optimizer_tensors(model, optimizer), temporary / "optimizer.safetensors")
        files = {
            path.name: {"sha256": sha256_of(path), "bytes": path.stat().st_size}
            for path in sorted(temporary.iterdir())
        }
        state = {"format": FORMAT, "id": identity, **asdict(progress), "files": files}
        (temporary / "state.json").write_text(json.dumps(state, allow_nan=False) + "\n", encoding="utf-8")

    try:
        write_folder(folder, fill)
    except (OSError, SafetensorError) as error:
        raise Fault(
            f"The checkpoint of step {progress.step} could not be written to {folder.parent}: "
            f"{reason(error)}; earlier checkpoints are kept. "
            "Free space or choose another output, and start the run again: it continues."
        ) from error
    return folder


def learned_tensors(model: nn.Module) -> dict[str, Tensor]:
    """What training changes: the parameters that learn, and the buffers that a model saves."""
    kept = model.state_dict().keys()
    buffers = {} if is_adapted(model) else {n: b for n, b in model.named_buffers() if n in kept}
    return {name: t.detach().cpu().contiguous() for name, t in {**trainable(model), **buffers}.items()}


def newest_checkpoint(output: Path, identity: str, warnings: list[str]) -> Checkpoint | None:
    """The newest checkpoint of this run whose hashes hold; others are passed over with a warning."""
    found = sorted(
        (p for p in (output / "checkpoints").glob("step-*") if NAME.fullmatch(p.name)), key=step_of
    )
    for folder in reversed(found):
        try:
            return read_checkpoint(folder, identity)
        except Fault as fault:
            warnings.append(f"The checkpoint {folder.name} is passed over: {fault}")
    return None


def step_of(folder: Path) -> int:
    return int(folder.name.removeprefix("step-"))


def read_checkpoint(folder: Path, identity: str) -> Checkpoint:
    try:
        state = json.loads((folder / "state.json").read_text(encoding="utf-8"))
        if state["format"] != FORMAT:
            raise Fault(f"its format is {state['format']}, this runner reads {FORMAT}.")
        if state["id"] != identity:
            raise Fault(f"it belongs to the run {state['id']}, not to {identity}.")
        progress = Progress(
            step=int(state["step"]),
            epoch=int(state["epoch"]),
            cursor=int(state["cursor"]),
            evaluated=int(state["evaluated"]),
            tokens=int(state["tokens"]),
            losses=tuple(map(float, state["losses"])),
        )
        damaged = [
            name for name, file in state["files"].items() if sha256_of(folder / name) != file["sha256"]
        ]
        if damaged or len(state["files"]) != 2 or progress.step != step_of(folder):
            raise Fault(f"its files are damaged: {', '.join(damaged) or 'state.json'}.")
    except OSError as error:
        raise Fault(f"{Path(error.filename or folder).name} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Fault(f"its state.json is damaged: {type(error).__name__} {error}.") from error
    return Checkpoint(folder, progress)


def restore(checkpoint: Checkpoint, model: nn.Module, optimizer: torch.optim.Optimizer) -> None:
    """Puts weights and optimizer back as they were, in place."""
    weights = "adapter.safetensors" if is_adapted(model) else "model.safetensors"
    try:
        saved = load_file(checkpoint.folder / weights)
        moments = load_file(checkpoint.folder / "optimizer.safetensors")
    except (OSError, SafetensorError) as error:
        raise Fault(f"The checkpoint {checkpoint.folder} cannot be read: {error}.") from error
    places = {**dict(model.named_buffers()), **trainable(model)}
    if different := saved.keys() ^ learned_tensors(model).keys():
        raise Fault(f"The checkpoint {checkpoint.folder} has other tensors than the model: {min(different)}.")
    with torch.no_grad():
        for name, tensor in saved.items():
            places[name].copy_(tensor)
    # Before its first step an optimizer has no state.
    if checkpoint.progress.step > 0:
        restore_optimizer(model, optimizer, moments)


def prune(output: Path, keep: int, identity: str) -> None:
    """Removes all but the newest checkpoints of this run."""
    own = [
        p for p in (output / "checkpoints").glob("step-*") if NAME.fullmatch(p.name) and id_of(p) == identity
    ]
    for folder in sorted(own, key=step_of)[:-keep]:
        clear(folder)


def id_of(folder: Path) -> object:
    try:
        return json.loads((folder / "state.json").read_text(encoding="utf-8")).get("id")
    except (OSError, ValueError, AttributeError):
        return None
