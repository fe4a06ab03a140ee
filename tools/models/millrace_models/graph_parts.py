"""What the graphs of all families share."""

import torch
from torch import Tensor

Cache = list[Tensor]


def heads(x: Tensor, count: int) -> Tensor:
    return x.view(x.shape[0], x.shape[1], count, -1).transpose(1, 2)


def attend(query: Tensor, keys: Tensor, values: Tensor, bias: Tensor) -> Tensor:
    scores = torch.softmax(query @ keys.transpose(2, 3) + bias, dim=-1)
    mixed = (scores @ values).transpose(1, 2)
    return mixed.reshape(mixed.shape[0], mixed.shape[1], -1)


def mask_bias(mask: Tensor) -> Tensor:
    """0 where a position counts, a large negative number where it does not."""
    return (1.0 - mask[:, None, None, :].float()) * torch.finfo(torch.float32).min
