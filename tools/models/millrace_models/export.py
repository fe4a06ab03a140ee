"""Writes sequence-to-sequence models as the ONNX files that transformers.js expects.

The step of a decoder is written out for each family, since the graphs need the keys and values of earlier
steps as plain inputs and outputs; the script that calls this compares the result with the model itself.
"""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn
from transformers import MarianMTModel, PreTrainedModel, T5ForConditionalGeneration

from .quantise import pack_weights

OPSET = 17
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


class FirstStep(nn.Module):
    """Of one token, without a past: also gives the keys and values of the encoder's output."""

    def __init__(self, decoder: MarianDecoder | T5Decoder, count: int, width: int) -> None:
        super().__init__()
        self.decoder, self.count, self.width = decoder, count, width

    def forward(self, mask: Tensor, ids: Tensor, hidden: Tensor) -> tuple[Tensor, ...]:
        layers = len(self.decoder.layers)
        crossed = [part for layer in range(layers) for part in self.decoder.cross(layer, hidden)]
        past = [torch.zeros(ids.shape[0], self.count, 0, self.width) for _ in range(2 * layers)]
        logits, present = self.decoder.step(ids, mask, past, crossed)
        return (logits, *interleaved(present, crossed))


class NextStep(nn.Module):
    def __init__(self, decoder: MarianDecoder | T5Decoder) -> None:
        super().__init__()
        self.decoder = decoder

    def forward(self, mask: Tensor, ids: Tensor, *cache: Tensor) -> tuple[Tensor, ...]:
        past = [part for at, part in enumerate(cache) if at % 4 < 2]
        crossed = [part for at, part in enumerate(cache) if at % 4 >= 2]
        logits, present = self.decoder.step(ids, mask, past, crossed)
        return (logits, *interleaved(present, crossed))


def interleaved(own: Sequence[Tensor], crossed: Sequence[Tensor]) -> list[Tensor]:
    """For each layer: own keys, own values, keys of the encoder, values of the encoder."""
    return [part for at in range(0, len(own), 2) for part in (*own[at : at + 2], *crossed[at : at + 2])]


def cache_names(prefix: str, layers: int) -> list[str]:
    return [
        f"{prefix}.{layer}.{side}.{part}"
        for layer in range(layers)
        for side in ("decoder", "encoder")
        for part in ("key", "value")
    ]


def traced(
    module: nn.Module,
    arguments: tuple[Tensor, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
) -> onnx.ModelProto:
    target = io.BytesIO()
    with torch.no_grad():
        torch.onnx.export(
            module.eval(),
            arguments,
            target,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    return onnx.load_from_string(target.getvalue())


def merged(first: onnx.GraphProto, later: onnx.GraphProto) -> onnx.ModelProto:
    """A graph of both steps, of which the input `use_cache_branch` takes one; equal weights are held once."""
    weights: dict[bytes, str] = {}
    held = []
    for prefix, graph in (("first.", first), ("later.", later)):
        names: dict[str, str] = {}
        for initializer in graph.initializer:
            name = initializer.name
            initializer.name = ""
            key = initializer.SerializeToString()
            if key not in weights:
                weights[key] = initializer.name = prefix + name
                held.append(initializer)
            names[name] = weights[key]
        outer = {value.name for value in graph.input}
        for node in graph.node:
            node.name = prefix + node.name
            for at, name in enumerate(node.input):
                if name in names:
                    node.input[at] = names[name]
                elif name and name not in outer:
                    node.input[at] = prefix + name
            for at, name in enumerate(node.output):
                node.output[at] = prefix + name
        for value in graph.output:
            value.name = prefix + value.name
        del graph.initializer[:]
    inputs = {value.name: value for graph in (first, later) for value in graph.input}
    outputs = [value.name.removeprefix("later.") for value in later.output]
    branches = []
    for name, graph in (("first", first), ("later", later)):
        branch = onnx.GraphProto(name=name)
        branch.node.extend(graph.node)
        branch.output.extend(graph.output)
        branches.append(branch)
    choice = helper.make_node(
        "If", ["use_cache_branch"], outputs, name="choice", else_branch=branches[0], then_branch=branches[1]
    )
    result = helper.make_graph(
        [choice],
        "decoder",
        [
            *inputs.values(),
            helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1]),
        ],
        [
            onnx.ValueInfoProto(name=name, type=value.type)
            for name, value in zip(outputs, later.output, strict=True)
        ],
        held,
    )
    return helper.make_model(result, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)


def export(model: PreTrainedModel, folder: Path, shape: Callable[[], tuple[int, int, int]]) -> None:
    """Writes both files of a rounded model; `shape` gives layers, heads and the width of a head."""
    layers, count, width = shape()
    family = (MarianEncoder, MarianDecoder) if isinstance(model, MarianMTModel) else (T5Encoder, T5Decoder)
    encoder, decoder = family[0](model), family[1](model)
    ids = torch.tensor([[5, 6, 7], [8, 9, 0]])
    mask = torch.tensor([[1, 1, 1], [1, 1, 0]])
    rows = {0: "rows", 1: "length"}
    graph = traced(
        encoder,
        (ids, mask),
        ["input_ids", "attention_mask"],
        ["last_hidden_state"],
        {"input_ids": rows, "attention_mask": rows, "last_hidden_state": rows},
    )
    past, present = cache_names("past_key_values", layers), cache_names("present", layers)
    axes = {
        "encoder_attention_mask": rows,
        "encoder_hidden_states": rows,
        "input_ids": {0: "rows", 1: "new"},
        "logits": {0: "rows", 1: "new"},
        **{name: {0: "rows", 2: "past" if "decoder" in name else "length"} for name in past},
        **{name: {0: "rows", 2: "all" if "decoder" in name else "length"} for name in present},
    }
    hidden = encoder(ids, mask)
    first = traced(
        FirstStep(decoder, count, width),
        (mask, ids[:, :1], hidden),
        ["encoder_attention_mask", "input_ids", "encoder_hidden_states"],
        ["logits", *present],
        axes,
    )
    cache = [torch.zeros(2, count, 2 if at % 4 < 2 else 3, width) for at in range(4 * layers)]
    later = traced(
        NextStep(decoder),
        (mask, ids[:, :1], *cache),
        ["encoder_attention_mask", "input_ids", *past],
        ["logits", *present],
        axes,
    )
    both = merged(first.graph, later.graph)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    for name, result in (("encoder_model", graph), ("decoder_model_merged", both)):
        pack_weights(result.graph)
        onnx.checker.check_model(result)
        (folder / "onnx" / f"{name}_quantized.onnx").write_bytes(result.SerializeToString())
