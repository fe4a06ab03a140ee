"""Which rows a step reads: the epochs' permutations one after the other, a pure function of the step."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .seeds import epoch_order


@dataclass(frozen=True)
class Cursor:
    """Where the next row is: the epoch and the place in its permutation."""

    epoch: int
    place: int


class Order:
    """Cuts the endless row of epochs into windows; the last window of an epoch runs on into the next."""

    def __init__(self, seed: int, rows: int, window: int) -> None:
        self.seed = seed
        self.rows = rows
        self.window = window
        self.epochs: dict[int, NDArray[np.int64]] = {}

    def cursor(self, step: int) -> Cursor:
        """The place after `step` steps."""
        return Cursor(*divmod(step * self.window, self.rows))

    def rows_of(self, step: int) -> list[int]:
        """The rows of a step, counted from 1."""
        start = (step - 1) * self.window
        places = (divmod(start + index, self.rows) for index in range(self.window))
        return [int(self.epoch(epoch)[place]) for epoch, place in places]

    def epoch(self, epoch: int) -> NDArray[np.int64]:
        if epoch not in self.epochs:
            self.epochs = {known: order for known, order in self.epochs.items() if known == epoch - 1}
            self.epochs[epoch] = epoch_order(self.seed, epoch, self.rows)
        return self.epochs[epoch]
