"""Trains a small masked language model: 15 % of the tokens of a text are hidden, and are to be told."""

import random
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from transformers import PreTrainedModel

from .corpus import Pair
from .descend import Descent, descend
from .learn import encode, endless
from .words import MASK

HIDDEN = 0.15


def learn_masked(
    model: PreTrainedModel, tokenizer: Tokenizer, pairs: Sequence[Pair], steps: int, seed: int
) -> None:
    torch.manual_seed(seed)
    encoded = encode(tokenizer, pairs, longest=int(model.config.max_position_embeddings))
    batches = endless(encoded, random.Random(seed), int(model.config.pad_token_id))
    mask = tokenizer.token_to_id(MASK)

    def loss_of() -> torch.Tensor:
        ids, attention, _ = next(batches)
        hidden = (torch.rand(ids.shape) < HIDDEN) & (ids > mask)
        labels = torch.where(hidden, ids, -100)
        return model(input_ids=torch.where(hidden, mask, ids), attention_mask=attention, labels=labels).loss

    descend(model, steps, loss_of, Descent(rate=3e-3, longest_gradient=None))
