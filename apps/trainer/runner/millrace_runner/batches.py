"""Rows to tensors: one forward pass, with the places of its targets counted before it reaches the device."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .shards import Ints

IGNORED = -100
Row = dict[str, Ints]


@dataclass(frozen=True)
class Batch:
    """The model's inputs, the flat positions whose output is scored, and what they should say."""

    inputs: dict[str, Tensor]
    positions: Tensor
    targets: Tensor
    tokens: int
    spans: dict[str, Tensor | int]

    @property
    def scored(self) -> int:
        return self.targets.numel()

    def to(self, device: torch.device) -> "Batch":
        if device.type == "cpu":
            return self
        return Batch(
            {name: moved(tensor, device) for name, tensor in self.inputs.items()},
            moved(self.positions, device),
            moved(self.targets, device),
            self.tokens,
            {name: moved(v, device) if isinstance(v, Tensor) else v for name, v in self.spans.items()},
        )


def moved(tensor: Tensor, device: torch.device) -> Tensor:
    return tensor.pin_memory().to(device, non_blocking=True)


def padded_packs(rows: Sequence[Row]) -> Batch:
    """Packs as rows of one rectangle, for attention by mask; positions restart at every document."""
    width = max(len(row["input_ids"]) for row in rows)
    ids = np.zeros((len(rows), width), np.int64)
    positions = np.zeros((len(rows), width), np.int64)
    labels = np.full((len(rows), width), IGNORED, np.int64)
    for index, row in enumerate(rows):
        length = len(row["input_ids"])
        ids[index, :length] = row["input_ids"]
        labels[index, :length] = row["labels"]
        # The padding continues the last document: attention is causal, so nobody sees it, and a row of one
        # document stays one document, which needs no mask.
        lengths = row["seq_lengths"].astype(np.int64)
        lengths[-1] += width - length
        positions[index] = restarting(lengths)
    return packed_batch(ids, positions, labels, sum(len(row["input_ids"]) for row in rows), {})


def joined_packs(rows: Sequence[Row]) -> Batch:
    """Packs end to end in one row without padding, for variable-length attention."""
    ids = np.concatenate([row["input_ids"] for row in rows]).astype(np.int64)[None]
    labels = np.concatenate([row["labels"] for row in rows]).astype(np.int64)[None]
    lengths = np.concatenate([row["seq_lengths"] for row in rows]).astype(np.int64)
    borders = torch.from_numpy(np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32))
    spans: dict[str, Tensor | int] = {"cu_seq_lens_q": borders, "max_length_q": int(lengths.max())}
    return packed_batch(ids, restarting(lengths)[None], labels, ids.size, spans)


def restarting(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    starts = np.cumsum(lengths) - lengths
    positions: NDArray[np.int64] = np.arange(lengths.sum()) - starts.repeat(lengths)
    return positions


def packed_batch(
    ids: NDArray[np.int64],
    positions: NDArray[np.int64],
    labels: NDArray[np.int64],
    tokens: int,
    spans: dict[str, Tensor | int],
) -> Batch:
    """Shifts the labels: the output at a token is scored against the next, never across a border."""
    rows, columns = (labels[:, 1:] != IGNORED).nonzero()
    return Batch(
        # Neither a mask nor a cache is passed: with either, transformers forgets the documents' borders.
        inputs={"input_ids": torch.from_numpy(ids), "position_ids": torch.from_numpy(positions)},
        positions=torch.from_numpy(rows * ids.shape[1] + columns),
        targets=torch.from_numpy(labels[rows, columns + 1]),
        tokens=tokens,
        spans=spans,
    )


def padded_rows(rows: Sequence[Row], pad: int) -> Batch:
    """Texts to classify, padded on the right under an attention mask."""
    width = max(len(row["input_ids"]) for row in rows)
    ids = np.full((len(rows), width), pad, np.int64)
    mask = np.zeros((len(rows), width), np.int64)
    for index, row in enumerate(rows):
        ids[index, : len(row["input_ids"])] = row["input_ids"]
        mask[index, : len(row["input_ids"])] = 1
    return Batch(
        inputs={"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)},
        positions=torch.arange(len(rows)),
        targets=torch.from_numpy(np.concatenate([row["label"] for row in rows]).astype(np.int64)),
        tokens=int(mask.sum()),
        spans={},
    )
