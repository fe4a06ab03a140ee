"""Steps of gradient descent, as every tiny model takes them."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from transformers import PreTrainedModel


@dataclass(frozen=True)
class Descent:
    rate: float
    betas: tuple[float, float] = (0.9, 0.999)
    longest_gradient: float | None = 1.0
    """Longer ones are cut to this length."""


def descend(model: PreTrainedModel, steps: int, loss_of: Callable[[], Tensor], by: Descent) -> None:
    """AdamW with a warm-up and a cosine; prints a line now and then. `loss_of` takes the next batch."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=by.rate, betas=by.betas, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, by.rate, total_steps=steps, pct_start=0.1)
    model.train()
    began, mean = time.monotonic(), 0.0
    for step in range(steps):
        loss = loss_of()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if by.longest_gradient is not None:
            torch.nn.utils.clip_grad_norm_(model.parameters(), by.longest_gradient)
        optimizer.step()
        schedule.step()
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 99:
            print(
                f"step {step + 1} of {steps}: loss {mean:.3f}, {time.monotonic() - began:.0f} s", flush=True
            )
    model.eval()
