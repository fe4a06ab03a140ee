"""Encoder and decoding step of Marian models; keys and values of earlier steps are inputs and outputs."""

import torch
from torch import Tensor, nn
from transformers import MarianMTModel

from .graph_parts import Cache, attend, heads, mask_bias


class MarianEncoder(nn.Module):
    def __init__(self, model: MarianMTModel) -> None:
        super().__init__()
        self.encoder = model.model.encoder
        self.config = model.config

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        encoder, count = self.encoder, self.config.encoder_attention_heads
        x = encoder.embed_tokens(ids) * self.config.d_model**0.5
        x = x + encoder.embed_positions.weight[torch.arange(ids.shape[1])]
        bias = mask_bias(mask)
        for layer in encoder.layers:
            attention = layer.self_attn
            mixed = attend(
                heads(attention.q_proj(x) * attention.scaling, count),
                heads(attention.k_proj(x), count),
                heads(attention.v_proj(x), count),
                bias,
            )
            x = layer.self_attn_layer_norm(x + attention.out_proj(mixed))
            x = layer.final_layer_norm(x + layer.fc2(layer.activation_fn(layer.fc1(x))))
        return x


class MarianDecoder(nn.Module):
    def __init__(self, model: MarianMTModel) -> None:
        super().__init__()
        self.model = model
        self.layers = model.model.decoder.layers

    def cross(self, layer: int, hidden: Tensor) -> tuple[Tensor, Tensor]:
        attention = self.layers[layer].encoder_attn
        count = self.model.config.decoder_attention_heads
        return heads(attention.k_proj(hidden), count), heads(attention.v_proj(hidden), count)

    def step(self, ids: Tensor, mask: Tensor, past: Cache, crossed: Cache) -> tuple[Tensor, Cache]:
        decoder, config = self.model.model.decoder, self.model.config
        count, before = config.decoder_attention_heads, past[0].shape[2]
        x = decoder.embed_tokens(ids) * config.d_model**0.5
        x = x + decoder.embed_positions.weight[torch.arange(ids.shape[1]) + before]
        present: Cache = []
        for index, layer in enumerate(self.layers):
            attention = layer.self_attn
            keys = torch.cat([past[2 * index], heads(attention.k_proj(x), count)], dim=2)
            values = torch.cat([past[2 * index + 1], heads(attention.v_proj(x), count)], dim=2)
            present += [keys, values]
            query = heads(attention.q_proj(x) * attention.scaling, count)
            mixed = attend(query, keys, values, torch.zeros(1))
            x = layer.self_attn_layer_norm(x + attention.out_proj(mixed))
            attention = layer.encoder_attn
            query = heads(attention.q_proj(x) * attention.scaling, count)
            mixed = attend(query, crossed[2 * index], crossed[2 * index + 1], mask_bias(mask))
            x = layer.encoder_attn_layer_norm(x + attention.out_proj(mixed))
            x = layer.final_layer_norm(x + layer.fc2(layer.activation_fn(layer.fc1(x))))
        return self.model.lm_head(x) + self.model.final_logits_bias, present
