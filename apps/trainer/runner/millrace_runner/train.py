"""One run from its specification to its end event."""

import os
import traceback
from pathlib import Path

import torch
from torch import nn
from transformers import PretrainedConfig, PreTrainedModel

from .attention import VARLEN, choose_attention, use_attention
from .base_folder import BaseFolder, check_base, read_base
from .causal import CausalLearner
from .checkpoints import BEGINNING, newest_checkpoint, restore
from .classifier import ClassifierLearner
from .device import choose_device, choose_precision, device_name
from .events import Events
from .export import export_final
from .failures import sentence_of
from .faults import Fault, raise_all
from .fields import read_object
from .files import clear_temporary, write_json
from .loading import load_base, make_trainable, read_config, weights_dtype
from .lock import locked
from .optimizer import make_optimizer, trainable
from .preflight import check_packing, check_padding, findings_warnings
from .requests import Requests
from .shard_checks import Expected, Findings, check_rows, open_splits
from .shards import Rows
from .specification import Recipe, Specification, read_specification
from .training import Run, train


def run_training(path: Path, events: Events, requests: Requests) -> int:
    """Trains as the specification in a file says; the exit code is 0 when done or stopped, 1 when failed."""
    try:
        given = read_object(path, "The specification")
        specification = read_specification(given)
        prepare_output(specification.output)
        with locked(specification.output):
            # Inside the lock: another runner's events are not ours to write.
            events.attach(specification.output / "events.jsonl")
            return attempt(specification, given, events, requests)
    except Exception as error:
        return failed(events, error)


def attempt(specification: Specification, given: object, events: Events, requests: Requests) -> int:
    """The run under its lock; every way out of it says an end event."""
    try:
        requests.watch(specification.output)
        clear_temporary(specification.output)
        clear_temporary(specification.output / "checkpoints")
        write_json(specification.output / "spec.json", given)
        outcome = run_locked(specification, events, requests)
    except Exception as error:
        return failed(events, error)
    events.emit("end", outcome=outcome)
    return 0


def failed(events: Events, error: Exception) -> int:
    if not isinstance(error, Fault):
        traceback.print_exception(error)
    events.emit("end", outcome="failed", error=sentence_of(error))
    return 1


def prepare_output(folder: Path) -> None:
    try:
        (folder / "checkpoints").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(
            f"The output folder {folder} cannot be made: {error.strerror}; choose another."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Fault(f"The output folder {folder} is not writable; change its permissions or choose another.")


def run_locked(specification: Specification, events: Events, requests: Requests) -> str:
    recipe = specification.recipe
    device = choose_device()
    precision = choose_precision(recipe.precision, device)
    base, config, rows, findings = check_inputs(specification)

    model = load_base(config, base, recipe, weights_dtype(recipe, precision))
    nn.Module.to(model, device)
    learner = make_learner(recipe, model, device, precision)
    warnings = try_out(learner, base, rows["train"], recipe.context, findings)
    if len(rows["validation"]) == 0:
        warnings.append("No rows are held out, so nothing is evaluated.")

    optimizer = make_optimizer(learner.model, recipe.optimizer)
    checkpoint = newest_checkpoint(specification.output, specification.id, warnings)
    if checkpoint is not None:
        restore(checkpoint, learner.model, optimizer)
    progress = checkpoint.progress if checkpoint else BEGINNING
    events.emit(
        "start",
        steps=recipe.steps,
        device=device_name(device),
        resumed=progress.step,
        parameters=sum(parameter.numel() for parameter in learner.model.parameters()),
        trainable=sum(parameter.numel() for parameter in trainable(learner.model).values()),
    )
    for warning in warnings:
        events.emit("warn", message=warning)
    run = Run(
        specification=specification,
        learner=learner,
        optimizer=optimizer,
        train=rows["train"],
        held_out=rows["validation"],
        events=events,
        requests=requests,
    )
    outcome = train(run, progress)
    if outcome == "done":
        export_final(specification.output, learner.model, base, precision)
    return outcome


def check_inputs(
    specification: Specification,
) -> tuple[BaseFolder, PretrainedConfig, dict[str, Rows], Findings]:
    """Looks at the base and all shards; one `Fault` says everything that is wrong with them."""
    findings = Findings()
    recipe = specification.recipe
    opened = open_splits(specification, findings)
    try:
        base = read_base(recipe.base)
        check_base(base, recipe.base_sha256)
        config = read_config(base, recipe)
    except Fault as fault:
        raise Fault(str(fault), *findings.faults) from fault
    expected = Expected(recipe, base, config.get_text_config().vocab_size)
    rows = check_rows(opened, expected, findings)
    raise_all(findings.faults)
    return base, config, rows, findings


def make_learner(
    recipe: Recipe, model: PreTrainedModel, device: torch.device, precision: torch.dtype
) -> CausalLearner | ClassifierLearner:
    learning = make_trainable(model, recipe)
    learning.eval()
    if recipe.objective == "classification":
        pad = model.config.get_text_config().pad_token_id
        return ClassifierLearner(learning, device, precision, pad=pad, classes=len(recipe.labels))
    learner = CausalLearner(learning, model, device, precision)
    if choose_attention(device, precision) == VARLEN:
        use_attention(model, VARLEN)
    return learner


def try_out(
    learner: CausalLearner | ClassifierLearner, base: BaseFolder, rows: Rows, context: int, findings: Findings
) -> list[str]:
    """Tries the base on a few rows before the first step; gives warnings, or raises a `Fault`."""
    if isinstance(learner, ClassifierLearner):
        check_padding(learner, rows)
        return []
    return [*check_packing(learner, rows, context), *findings_warnings(findings, bool(base.end_ids))]
