"""Encoder and decoding step of T5 models; keys and values of earlier steps are inputs and outputs."""

import torch
from torch import Tensor, nn
from transformers import T5ForConditionalGeneration

from .graph_parts import Cache, attend, heads, mask_bias


def t5_bias(attention: nn.Module, queries: Tensor, keys: Tensor, both_ways: bool) -> Tensor:
    distance = keys[None, :] - queries[:, None]
    bucket = attention._relative_position_bucket(
        distance,
        bidirectional=both_ways,
        num_buckets=attention.relative_attention_num_buckets,
        max_distance=attention.relative_attention_max_distance,
    )
    return attention.relative_attention_bias(bucket).permute(2, 0, 1)[None]


class T5Encoder(nn.Module):
    def __init__(self, model: T5ForConditionalGeneration) -> None:
        super().__init__()
        self.encoder = model.encoder
        self.count = model.config.num_heads

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.encoder.embed_tokens(ids)
        places = torch.arange(ids.shape[1])
        bias = t5_bias(self.encoder.block[0].layer[0].SelfAttention, places, places, True) + mask_bias(mask)
        for block in self.encoder.block:
            normed = block.layer[0].layer_norm(x)
            attention = block.layer[0].SelfAttention
            mixed = attend(
                heads(attention.q(normed), self.count),
                heads(attention.k(normed), self.count),
                heads(attention.v(normed), self.count),
                bias,
            )
            x = x + attention.o(mixed)
            x = x + block.layer[1].DenseReluDense(block.layer[1].layer_norm(x))
        return self.encoder.final_layer_norm(x)


class T5Decoder(nn.Module):
    def __init__(self, model: T5ForConditionalGeneration) -> None:
        super().__init__()
        self.model = model
        self.layers = model.decoder.block
        self.count = model.config.num_heads

    def cross(self, layer: int, hidden: Tensor) -> tuple[Tensor, Tensor]:
        attention = self.layers[layer].layer[1].EncDecAttention
        return heads(attention.k(hidden), self.count), heads(attention.v(hidden), self.count)

    def step(self, ids: Tensor, mask: Tensor, past: Cache, crossed: Cache) -> tuple[Tensor, Cache]:
        before = past[0].shape[2]
        x = self.model.decoder.embed_tokens(ids)
        queries = torch.arange(ids.shape[1]) + before
        keys_at = torch.arange(ids.shape[1] + before)
        bias = t5_bias(self.layers[0].layer[0].SelfAttention, queries, keys_at, False)
        present: Cache = []
        for index, block in enumerate(self.layers):
            normed = block.layer[0].layer_norm(x)
            attention = block.layer[0].SelfAttention
            keys = torch.cat([past[2 * index], heads(attention.k(normed), self.count)], dim=2)
            values = torch.cat([past[2 * index + 1], heads(attention.v(normed), self.count)], dim=2)
            present += [keys, values]
            x = x + attention.o(attend(heads(attention.q(normed), self.count), keys, values, bias))
            attention = block.layer[1].EncDecAttention
            query = heads(attention.q(block.layer[1].layer_norm(x)), self.count)
            x = x + attention.o(attend(query, crossed[2 * index], crossed[2 * index + 1], mask_bias(mask)))
            x = x + block.layer[2].DenseReluDense(block.layer[2].layer_norm(x))
        x = self.model.decoder.final_layer_norm(x)
        if self.model.config.tie_word_embeddings:
            x = x * self.model.config.d_model**-0.5
        return self.model.lm_head(x), present
