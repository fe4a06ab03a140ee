"""Writes encoders of the BERT family as the ONNX file that transformers.js expects."""

from pathlib import Path

import onnx
import torch
from torch import Tensor, nn
from transformers import BertForMaskedLM, BertModel

from .graph_parts import attend, heads, mask_bias
from .onnx_graph import traced
from .quantise import pack_weights


class Encoder(nn.Module):
    """Gives the hidden states of the last layer."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        bert, count = self.bert, self.bert.config.num_attention_heads
        embeddings = bert.embeddings
        places = torch.arange(ids.shape[1])
        x = embeddings.word_embeddings(ids) + embeddings.token_type_embeddings.weight[0]
        x = embeddings.LayerNorm(x + embeddings.position_embeddings(places))
        bias = mask_bias(mask)
        for layer in bert.encoder.layer:
            own, out = layer.attention.self, layer.attention.output
            query = heads(own.query(x), count) / (x.shape[-1] // count) ** 0.5
            mixed = attend(query, heads(own.key(x), count), heads(own.value(x), count), bias)
            x = out.LayerNorm(out.dense(mixed) + x)
            x = layer.output.LayerNorm(layer.output.dense(layer.intermediate(x)) + x)
        return x


class Masked(nn.Module):
    """Gives the logits of a masked language model."""

    def __init__(self, model: BertForMaskedLM) -> None:
        super().__init__()
        self.model = model
        self.encoder = Encoder(model.bert)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.model.cls(self.encoder(ids, mask))


def export_encoder(model: BertForMaskedLM | BertModel, folder: Path) -> None:
    ids = torch.tensor([[5, 6, 7], [8, 9, 0]])
    mask = torch.tensor([[1, 1, 1], [1, 1, 0]])
    masked = isinstance(model, BertForMaskedLM)
    module, output = (Masked(model), "logits") if masked else (Encoder(model), "last_hidden_state")
    with torch.no_grad():
        expected = model(input_ids=ids, attention_mask=mask)[output]
        worst = (module(ids, mask) - expected)[mask.bool()].abs().max().item()
    print(f"{folder.name}: {output} differ from the model's by {worst:.2g} at most")
    if worst > 1e-3:
        raise SystemExit("the export does not compute what the model computes")
    rows = {0: "rows", 1: "length"}
    graph = traced(
        module,
        (ids, mask),
        ["input_ids", "attention_mask"],
        [output],
        {"input_ids": rows, "attention_mask": rows, output: rows},
    )
    pack_weights(graph.graph)
    onnx.checker.check_model(graph)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    (folder / "onnx" / "model_quantized.onnx").write_bytes(graph.SerializeToString())
