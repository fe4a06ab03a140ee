"""Trains a small text encoder on paraphrases: each first text of a batch is to tell its own second text."""

import random
import time
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import PreTrainedModel

from .corpus import Pair
from .learn import encode, endless

SHARPNESS = 20.0


def learn_embeddings(
    model: PreTrainedModel, tokenizer: Tokenizer, pairs: Sequence[Pair], steps: int, seed: int
) -> None:
    """The loss is the cross-entropy over the cosines within a batch, both ways (van den Oord et al. 2018)."""
    torch.manual_seed(seed)
    encoded = encode(tokenizer, pairs, longest=int(model.config.max_position_embeddings))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-3, total_steps=steps, pct_start=0.1)
    pad = int(model.config.pad_token_id)
    batches = endless(encoded, random.Random(seed), pad)
    model.train()
    began, mean = time.monotonic(), 0.0
    for step in range(steps):
        ids, attention, labels = next(batches)
        others = labels.masked_fill(labels == -100, pad)
        first = embedded(model, ids, attention)
        second = embedded(model, others, (others != pad).long())
        cosines = SHARPNESS * first @ second.T
        own = torch.arange(len(ids))
        cross = torch.nn.functional.cross_entropy
        loss = (cross(cosines, own) + cross(cosines.T, own)) / 2
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 99:
            print(
                f"step {step + 1} of {steps}: loss {mean:.3f}, {time.monotonic() - began:.0f} s", flush=True
            )
    model.eval()


def embedded(model: PreTrainedModel, ids: Tensor, attention: Tensor) -> Tensor:
    """The mean of the hidden states, of length 1."""
    hidden = model(input_ids=ids, attention_mask=attention).last_hidden_state
    weights = attention[:, :, None].float()
    return torch.nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=-1)
