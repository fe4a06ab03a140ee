"""Causal language models over packed rows: the head sees only the positions that are scored, in chunks."""

import math
import sys
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.checkpoint import checkpoint
from transformers import PreTrainedModel

from .attention import VARLEN
from .batches import Batch, Row, joined_packs, padded_packs
from .learner import autocast
from .shards import Rows

LARGEST_LOGITS = 2**26
SCALED = ("final_logit_softcapping", "logit_scale", "logits_scaling", "lm_head_multiplier")


class CausalLearner:
    """Learns to say the next token; `whole` runs the base's own head where it is more than one product."""

    def __init__(
        self, model: nn.Module, base: PreTrainedModel, device: torch.device, precision: torch.dtype
    ) -> None:
        self.model = model
        self.base = base
        self.device = device
        self.precision = precision
        # A trial cannot tell these from a plain head while the logits are small.
        self.whole = any(
            getattr(base.config.get_text_config(), name, None) not in (None, 1) for name in SCALED
        )
        self.by_mask = str(base.config._attn_implementation)
        self.vocabulary = int(base.config.get_text_config().vocab_size)

    def collate(self, rows: Sequence[Row]) -> Batch:
        varlen = self.base.config._attn_implementation == VARLEN
        return joined_packs(rows) if varlen else padded_packs(rows)

    def losses(self, batch: Batch) -> Tensor:
        with autocast(self.device, self.precision):
            if self.whole:
                logits = self.base(**batch.inputs, **self.extras(batch)).logits
                return entropy(logits.flatten(0, 1).index_select(0, batch.positions), batch.targets)
            hidden = self.base.base_model(**batch.inputs, **self.extras(batch))[0]
            scored = hidden.flatten(0, 1).index_select(0, batch.positions)
            return self.head_losses(scored, batch.targets)

    def extras(self, batch: Batch) -> dict[str, Any]:
        return {"use_cache": False, **batch.spans}

    def head_losses(self, hidden: Tensor, targets: Tensor) -> Tensor:
        """Head and softmax in chunks; in training a chunk's logits are made again rather than kept."""
        head = self.base.get_output_embeddings()
        size = max(256, LARGEST_LOGITS // self.vocabulary)

        def chunk_losses(rows: Tensor, wanted: Tensor) -> Tensor:
            return entropy(head(rows), wanted)

        if len(targets) <= size:
            return chunk_losses(hidden, targets)
        pieces = zip(hidden.split(size), targets.split(size), strict=True)
        if not torch.is_grad_enabled():
            return torch.cat([chunk_losses(rows, wanted) for rows, wanted in pieces])
        return torch.cat([checkpoint(chunk_losses, *piece, use_reentrant=False) for piece in pieces])

    def evaluate(
        self, held_out: Rows, which: list[list[int]], stopped: Callable[[], bool]
    ) -> dict[str, float] | None:
        total, scored = 0.0, 0
        for group in which:
            if stopped():
                return None
            batch = self.collate([held_out[row] for row in group]).to(self.device)
            total += float(self.losses(batch).double().sum())
            scored += batch.scored
        loss = total / max(1, scored)
        perplexity = min(math.exp(min(loss, 709)), sys.float_info.max)
        return {"loss": loss, "perplexity": perplexity, "bitsPerToken": loss / math.log(2)}


def entropy(logits: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(logits.float(), targets, reduction="none")
