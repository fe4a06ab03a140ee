"""Trains a small masked language model: 15 % of the tokens of a text are hidden, and are to be told."""

import random
import time
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from transformers import PreTrainedModel

from .corpus import Pair
from .learn import encode, endless
from .words import MASK

HIDDEN = 0.15


def learn_masked(
    model: PreTrainedModel, tokenizer: Tokenizer, pairs: Sequence[Pair], steps: int, seed: int
) -> None:
    torch.manual_seed(seed)
    encoded = encode(tokenizer, pairs, longest=int(model.config.max_position_embeddings))
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps, pct_start=0.1)
    batches = endless(encoded, random.Random(seed), int(model.config.pad_token_id))
    mask = tokenizer.token_to_id(MASK)
    model.train()
    began, mean = time.monotonic(), 0.0
    for step in range(steps):
        ids, attention, _ = next(batches)
        hidden = (torch.rand(ids.shape) < HIDDEN) & (ids > mask)
        labels = torch.where(hidden, ids, -100)
        loss = model(input_ids=torch.where(hidden, mask, ids), attention_mask=attention, labels=labels).loss
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        mean = loss.item() if step == 0 else 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 99:
            print(
                f"step {step + 1} of {steps}: loss {mean:.3f}, {time.monotonic() - began:.0f} s", flush=True
            )
    model.eval()
