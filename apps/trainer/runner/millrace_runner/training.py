"""The loop: steps, evaluations and checkpoints, as the events of one run."""

import math
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from .batches import Batch
from .checkpoints import Progress, prune, save_checkpoint
from .events import Events
from .faults import Fault
from .learner import Learner, split_rows
from .optimizer import trainable
from .order import Order
from .requests import Requests
from .schedule import learning_rate
from .seeds import STEP, held_out_rows, seed_torch
from .shards import Rows
from .specification import Specification


@dataclass(frozen=True)
class Run:
    """Everything that a run needs and nothing that it changes but the model and the optimizer."""

    specification: Specification
    learner: Learner
    optimizer: torch.optim.Optimizer
    train: Rows
    held_out: Rows
    events: Events
    requests: Requests

    @property
    def output(self) -> Path:
        return self.specification.output

    @property
    def order(self) -> Order:
        recipe = self.specification.recipe
        return Order(recipe.seed, len(self.train), recipe.sequences * recipe.accumulate)


def train(run: Run, progress: Progress) -> str:
    """Runs to the last step, or until it is asked to stop; says which."""
    recipe = run.specification.recipe
    order = run.order
    saved = progress.step if progress.step else None
    while True:
        if not should_stop(run) and is_evaluation_due(run, progress):
            progress = evaluate(run, progress)
        stopping = should_stop(run)
        due = progress.step > 0 and (
            progress.step % recipe.checkpoint_every == 0 or progress.step == recipe.steps
        )
        asked = run.requests.checkpoint
        if saved != progress.step and (due or asked or (stopping and progress.step > 0)):
            saved = save(run, progress)
        if asked:
            run.requests.answer("checkpoint")
        if progress.step == recipe.steps and not is_evaluation_due(run, progress):
            return "done"
        if stopping:
            run.requests.answer("stop")
            return "stopped"
        progress = take_step(run, order, progress)


def should_stop(run: Run) -> bool:
    """A run whose reader went away stops too: it continues when somebody asks again."""
    return run.requests.stop or not run.events.is_heard


def is_evaluation_due(run: Run, progress: Progress) -> bool:
    recipe = run.specification.recipe
    planned = progress.step % recipe.evaluate_every == 0 or progress.step == recipe.steps
    return planned and progress.evaluated != progress.step and len(run.held_out) > 0


def take_step(run: Run, order: Order, before: Progress) -> Progress:
    """One update over a whole accumulation window; its loss is the sum over the number of all its targets."""
    recipe = run.specification.recipe
    started = time.perf_counter()
    step = before.step + 1
    rows = [run.train[row] for row in order.rows_of(step)]
    batches = [
        run.learner.collate(rows[i : i + recipe.sequences]) for i in range(0, len(rows), recipe.sequences)
    ]
    rate = learning_rate(recipe.optimizer.learning_rate, recipe.schedule, step, recipe.steps)
    for group in run.optimizer.param_groups:
        group["lr"] = rate
    seed_torch(recipe.seed, STEP, step)
    loss, norm = gradients(run, batches)
    if not (math.isfinite(loss) and math.isfinite(norm)):
        last = f"was {before.losses[-1]:.6g} at step {before.step}" if before.losses else "never came"
        raise Fault(
            f"Step {step} gave a loss of {loss} (gradient norm {norm}); the last finite one {last}. "
            "The weights were not changed and the last checkpoint is kept: lower "
            "recipe.optimizer.learningRate, or use precision float32."
        )
    run.optimizer.step()
    run.optimizer.zero_grad(set_to_none=True)
    tokens = sum(batch.tokens for batch in batches)
    run.events.emit(
        "step",
        step=step,
        loss=loss,
        tokens=tokens,
        seconds=time.perf_counter() - started,
        learningRate=rate,
        gradientNorm=norm,
    )
    place = order.cursor(step)
    return replace(
        before,
        step=step,
        epoch=place.epoch,
        cursor=place.place,
        tokens=before.tokens + tokens,
        losses=(*before.losses, loss),
    )


def gradients(run: Run, batches: list[Batch]) -> tuple[float, float]:
    """The clipped gradient of a window, with its loss and its norm before clipping."""
    run.learner.model.train()
    scored = max(1, sum(batch.scored for batch in batches))
    total = torch.zeros((), dtype=torch.float64, device=run.learner.device)
    for batch in batches:
        part = run.learner.losses(batch.to(run.learner.device)).sum()
        (part / scored).backward()
        total += part.detach().double()
    parameters = list(trainable(run.learner.model).values())
    norm = torch.nn.utils.clip_grad_norm_(parameters, run.specification.recipe.optimizer.max_gradient_norm)
    # One look at the device a step: the update must not happen when either is not finite.
    loss, length = torch.stack([total / scored, norm.double()]).tolist()
    return loss, length


def evaluate(run: Run, progress: Progress) -> Progress:
    """Held-out metrics without gradients; a stop on the way leaves them to the run that continues."""
    recipe = run.specification.recipe
    rows = held_out_rows(recipe.seed, len(run.held_out), recipe.evaluate_sequences)
    run.learner.model.eval()
    with torch.no_grad():
        metrics = run.learner.evaluate(
            run.held_out, split_rows(rows, recipe.sequences), lambda: should_stop(run)
        )
    if metrics is None:
        return progress
    if not all(map(math.isfinite, metrics.values())):
        raise Fault(
            f"The evaluation at step {progress.step} gave no finite loss; the last checkpoint is kept."
        )
    run.events.emit("eval", step=progress.step, metrics=metrics)
    return replace(progress, evaluated=progress.step)


def save(run: Run, progress: Progress) -> int:
    specification = run.specification
    folder = save_checkpoint(run.output, specification.id, run.learner.model, run.optimizer, progress)
    prune(run.output, specification.recipe.checkpoint_keep, specification.id)
    # A checkpoint answers whoever asked for one, before it is told.
    run.requests.answer("checkpoint")
    run.events.emit("checkpoint", step=progress.step, path=str(folder))
    return progress.step
