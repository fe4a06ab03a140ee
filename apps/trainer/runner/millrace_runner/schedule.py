"""The learning rate as a pure function of the step."""

import math

from .specification import Schedule


def learning_rate(peak: float, schedule: Schedule, step: int, steps: int) -> float:
    """The rate of a step counted from 1: a linear warm-up to the peak, then down to the minimum."""
    warmup = round(schedule.warmup * steps)
    if step <= warmup:
        return peak * step / warmup
    if schedule.name == "constant":
        return peak
    progress = (step - warmup) / max(1, steps - warmup)
    left = (1 + math.cos(math.pi * progress)) / 2 if schedule.name == "cosine" else 1 - progress
    return peak * (schedule.minimum + (1 - schedule.minimum) * left)
