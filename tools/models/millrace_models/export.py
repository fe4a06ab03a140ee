"""Writes sequence-to-sequence models as the ONNX files that transformers.js expects.

The step of a decoder is written out for each family, since the graphs need the keys and values of earlier
steps as plain inputs and outputs; the script that calls this compares the result with the model itself.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn
from transformers import MarianMTModel, PreTrainedModel

from .marian_graph import MarianDecoder, MarianEncoder
from .onnx_graph import merged, traced
from .quantise import pack_weights
from .t5_graph import T5Decoder, T5Encoder


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
