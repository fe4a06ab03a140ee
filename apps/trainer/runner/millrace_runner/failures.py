"""What went wrong, as the sentence of an end event."""

import torch
from safetensors import SafetensorError

from .faults import Fault


def sentence_of(error: BaseException) -> str:
    """Where, what was found and what to do, for any error."""
    if isinstance(error, Fault):
        return str(error)
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        why = next(iter(str(error).splitlines()), "") or "the system has no more"
        return (
            f"Memory ran out ({why}): lower recipe.batch.sequences, set recipe.recompute, "
            "or use the method lora."
        )
    if isinstance(error, OSError):
        return f"The file {error.filename or 'events.jsonl'} could not be used: {error.strerror or error}."
    if isinstance(error, SafetensorError):
        return f"A safetensors file could not be used: {error}."
    return (
        f"The run met an error that the runner does not know: {type(error).__name__}: {error}. "
        "The whole trace is on stderr, in the runner's log."
    )
