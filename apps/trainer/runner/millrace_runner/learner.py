"""What the training loop needs of a model and its objective."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import torch
from torch import Tensor, nn

from .batches import Batch, Row
from .shards import Rows


class Learner(Protocol):
    """A model with its objective: rows to batches, batches to a loss per target, held-out rows to metrics."""

    @property
    def model(self) -> nn.Module: ...

    @property
    def device(self) -> torch.device: ...

    def collate(self, rows: Sequence[Row]) -> Batch: ...

    def losses(self, batch: Batch) -> Tensor:
        """The loss of every target in float32."""

    def evaluate(
        self, held_out: Rows, which: list[list[int]], stopped: Callable[[], bool]
    ) -> dict[str, float] | None:
        """Metrics over groups of held-out rows; nothing when it was stopped on the way."""


def autocast(device: torch.device, precision: torch.dtype) -> AbstractContextManager[object]:
    """Matrix products in bfloat16 while weights that learn, their gradients and moments stay float32."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=precision == torch.bfloat16)


def split_rows(rows: Sequence[int], size: int) -> list[list[int]]:
    return [list(rows[start : start + size]) for start in range(0, len(rows), size)]
