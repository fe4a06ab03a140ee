"""Classifiers of whole texts."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from .batches import Batch, Row, padded_rows
from .learner import autocast
from .shards import Rows


class ClassifierLearner:
    """Learns to name the class of a text."""

    def __init__(
        self, model: nn.Module, device: torch.device, precision: torch.dtype, *, pad: int, classes: int
    ) -> None:
        self.model = model
        self.device = device
        self.precision = precision
        self.pad = pad
        self.classes = classes

    def collate(self, rows: Sequence[Row]) -> Batch:
        return padded_rows(rows, self.pad)

    def logits(self, batch: Batch) -> Tensor:
        with autocast(self.device, self.precision):
            logits: Tensor = self.model(**batch.inputs).logits
        return logits.float()

    def losses(self, batch: Batch) -> Tensor:
        return functional.cross_entropy(self.logits(batch), batch.targets, reduction="none")

    def evaluate(
        self, held_out: Rows, which: list[list[int]], stopped: Callable[[], bool]
    ) -> dict[str, float] | None:
        confusion = np.zeros((self.classes, self.classes), np.int64)
        total = 0.0
        for group in which:
            if stopped():
                return None
            batch = self.collate([held_out[row] for row in group]).to(self.device)
            logits = self.logits(batch)
            total += float(functional.cross_entropy(logits, batch.targets, reduction="none").double().sum())
            np.add.at(confusion, (batch.targets.cpu().numpy(), logits.argmax(-1).cpu().numpy()), 1)
        rows = max(1, int(confusion.sum()))
        return {
            "loss": total / rows,
            "accuracy": int(confusion.trace()) / rows,
            "macroF1": macro_f1(confusion),
        }


def macro_f1(confusion: NDArray[np.int64]) -> float:
    """The mean F1 of the classes that occur as a truth or an answer; rows of the matrix are truths."""
    wanted, given = confusion.sum(1), confusion.sum(0)
    occurring = wanted + given > 0
    return (
        float((2 * confusion.diagonal()[occurring] / (wanted + given)[occurring]).mean())
        if occurring.any()
        else 0.0
    )
