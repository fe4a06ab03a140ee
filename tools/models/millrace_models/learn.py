"""Trains a small sequence-to-sequence model of transformers on pairs, within a number of steps."""

import random
import time
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer
from transformers import PreTrainedModel

from .corpus import Pair

ROWS = 48
Encoded = tuple[list[int], list[int]]


def learn(model: PreTrainedModel, tokenizer: Tokenizer, pairs: Sequence[Pair], steps: int, seed: int) -> None:
    """AdamW with a warm-up and a cosine; batches of pairs of about one length. Prints a line now and then."""
    torch.manual_seed(seed)
    encoded = encode(tokenizer, pairs, longest=int(getattr(model.config, "max_position_embeddings", 128)))
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps, pct_start=0.1)
    batches = endless(encoded, random.Random(seed), int(model.config.pad_token_id))
    model.train()
    began, mean = time.monotonic(), 0.0
    for step in range(steps):
        ids, attention, labels = next(batches)
        loss = model(input_ids=ids, attention_mask=attention, labels=labels).loss
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


def encode(tokenizer: Tokenizer, pairs: Sequence[Pair], longest: int) -> list[Encoded]:
    sources = tokenizer.encode_batch([source for source, _ in pairs])
    targets = tokenizer.encode_batch([target for _, target in pairs])
    found = [(source.ids, target.ids) for source, target in zip(sources, targets, strict=True)]
    return [pair for pair in found if max(map(len, pair)) < longest]


def endless(
    encoded: Sequence[Encoded], rng: random.Random, pad: int
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    while True:
        pairs = sorted(encoded, key=lambda pair: len(pair[0]) + len(pair[1]) + rng.random() * 6)
        batches = [pairs[start : start + ROWS] for start in range(0, len(pairs) - ROWS + 1, ROWS)]
        rng.shuffle(batches)
        for batch in batches:
            ids = padded([source for source, _ in batch], pad)
            yield ids, (ids != pad).long(), padded([target for _, target in batch], -100)


def padded(rows: Sequence[Sequence[int]], fill: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])
