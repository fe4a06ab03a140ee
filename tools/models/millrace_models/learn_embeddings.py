"""Trains a small text encoder on paraphrases: each first text of a batch is to tell its own second text."""

import random
from collections.abc import Sequence

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import PreTrainedModel

from .corpus import Pair
from .descend import Descent, descend
from .learn import encode, endless

SHARPNESS = 20.0


def learn_embeddings(
    model: PreTrainedModel, tokenizer: Tokenizer, pairs: Sequence[Pair], steps: int, seed: int
) -> None:
    """The loss is the cross-entropy over the cosines within a batch, both ways (van den Oord et al. 2018)."""
    torch.manual_seed(seed)
    encoded = encode(tokenizer, pairs, longest=int(model.config.max_position_embeddings))
    pad = int(model.config.pad_token_id)
    batches = endless(encoded, random.Random(seed), pad)

    def loss_of() -> Tensor:
        ids, attention, labels = next(batches)
        others = labels.masked_fill(labels == -100, pad)
        first = embedded(model, ids, attention)
        second = embedded(model, others, (others != pad).long())
        cosines = SHARPNESS * first @ second.T
        own = torch.arange(len(ids))
        cross = torch.nn.functional.cross_entropy
        return (cross(cosines, own) + cross(cosines.T, own)) / 2

    descend(model, steps, loss_of, Descent(rate=1e-3))


def embedded(model: PreTrainedModel, ids: Tensor, attention: Tensor) -> Tensor:
    """The mean of the hidden states, of length 1."""
    hidden = model(input_ids=ids, attention_mask=attention).last_hidden_state
    weights = attention[:, :, None].float()
    return torch.nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=-1)
