"""Randomness as a pure function of the seed and the place it is used, so that nothing of it needs saving."""

import numpy as np
import torch
from numpy.typing import NDArray

WEIGHTS, STEP, HELD_OUT = 1, 2, 3


def epoch_order(seed: int, epoch: int, rows: int) -> NDArray[np.int64]:
    """The order of the rows in an epoch."""
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, epoch]))).permutation(rows)


def held_out_rows(seed: int, rows: int, most: int | None) -> list[int]:
    """The rows that every evaluation looks at, in shard order: all, or the same sample each time."""
    if most is None or most >= rows:
        return list(range(rows))
    generator = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, 0, HELD_OUT])))
    return sorted(int(row) for row in generator.permutation(rows)[:most])


def seed_torch(seed: int, purpose: int, step: int = 0) -> None:
    """Seeds every generator of torch, CPU and CUDA, for one purpose at one step."""
    state = np.random.SeedSequence([seed, 0, purpose, step]).generate_state(1, np.uint64)
    torch.manual_seed(int(state[0]) % 2**63)
