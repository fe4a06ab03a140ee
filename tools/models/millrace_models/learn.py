"""Trains a small sequence-to-sequence model of transformers on pairs, within a number of steps."""

import random
from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer
from transformers import PreTrainedModel

from .corpus import Pair
from .descend import Descent, descend

ROWS = 48
Encoded = tuple[list[int], list[int]]


def learn(model: PreTrainedModel, tokenizer: Tokenizer, pairs: Sequence[Pair], steps: int, seed: int) -> None:
    """On batches of pairs of about one length."""
    torch.manual_seed(seed)
    encoded = encode(tokenizer, pairs, longest=int(getattr(model.config, "max_position_embeddings", 128)))
    batches = endless(encoded, random.Random(seed), int(model.config.pad_token_id))

    def loss_of() -> torch.Tensor:
        ids, attention, labels = next(batches)
        return model(input_ids=ids, attention_mask=attention, labels=labels).loss

    descend(model, steps, loss_of, Descent(rate=3e-3, betas=(0.9, 0.98)))


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
