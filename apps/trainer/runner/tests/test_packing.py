"""A pack says what its documents say alone, whichever way attention goes."""

from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch
from conftest import columns_of, documents_of, metadata_of, write_shard
from torch import Tensor
from torch.nn import functional
from transformers import (
    AutoModelForCausalLM,
    BertConfig,
    BertLMHeadModel,
    CohereConfig,
    CohereForCausalLM,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedModel,
)

from millrace_runner.attention import VARLEN, register, use_attention
from millrace_runner.batches import joined_packs, padded_packs
from millrace_runner.causal import CausalLearner
from millrace_runner.faults import Fault
from millrace_runner.lora import adapted
from millrace_runner.preflight import check_packing, differs, pack_of
from millrace_runner.shards import CAUSAL_COLUMNS, Ints, Rows, Shard
from millrace_runner.specification import Lora

CPU = torch.device("cpu")


def load(folder: Path) -> PreTrainedModel:
    model: PreTrainedModel = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    return model


def learner_of(model: PreTrainedModel) -> CausalLearner:
    return CausalLearner(model.eval(), model, CPU, torch.float32)


def documents(tokenizer: Path, count: int) -> list[Ints]:
    return [np.array(document, np.int32) for document in documents_of(tokenizer, count, 77)]


def rows_of(folder: Path, tokenizer: Path, packs: list[list[Ints]]) -> Rows:
    path = folder / "rows.arrow"
    lists = [[document.tolist() for document in pack] for pack in packs]
    write_shard(path, columns_of(lists), metadata_of(tokenizer, "causal-lm", 128))
    return Rows([Shard(path, CAUSAL_COLUMNS)])


def alone(model: PreTrainedModel, document: Ints) -> Tensor:
    """The losses of one document as transformers computes them, without anything of ours."""
    ids = torch.from_numpy(document.astype(np.int64))[None]
    logits = model(input_ids=ids, use_cache=False).logits
    return functional.cross_entropy(logits[0, :-1].float(), ids[0, 1:], reduction="none")


def together(learner: CausalLearner, packs: list[list[Ints]]) -> Tensor:
    return learner.losses(learner.collate([pack_of(pack) for pack in packs]))


@torch.no_grad()
def test_a_pack_has_the_losses_of_its_documents(causal_base: Path, tokenizer_file: Path) -> None:
    model = load(causal_base)
    docs = documents(tokenizer_file, 9)
    packs = [docs[:4], docs[4:5], docs[5:]]
    expected = torch.cat([alone(model, document) for document in docs])
    assert (together(learner_of(model), packs) - expected).abs().max() < 1e-5


@torch.no_grad()
def test_a_pack_has_the_losses_of_its_documents_under_an_adapter(
    causal_base: Path, tokenizer_file: Path
) -> None:
    model = load(causal_base)
    learning = adapted(model, Lora(4, 8, 0.0, "all-linear"), seed=0, classifies=False).eval()
    for name, parameter in learning.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.5)
    docs = documents(tokenizer_file, 5)
    expected = torch.cat([alone(model, document) for document in docs])
    base_only = torch.cat([alone(load(causal_base), document) for document in docs])
    assert (expected - base_only).abs().max() > 1e-2
    learner = CausalLearner(learning, model, CPU, torch.float32)
    assert (together(learner, [docs[:3], docs[3:]]) - expected).abs().max() < 1e-5


@torch.no_grad()
def test_chunks_of_the_head_change_nothing(
    causal_base: Path, tokenizer_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = learner_of(load(causal_base))
    packs = [documents(tokenizer_file, 40)]
    whole = together(learner, packs)
    monkeypatch.setattr("millrace_runner.causal.LARGEST_LOGITS", 1)
    assert whole.numel() > 256
    assert torch.equal(together(learner, packs), whole)


def test_chunks_of_the_head_have_the_same_gradients(
    causal_base: Path, tokenizer_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gradients = []
    for largest in (2**26, 1):
        monkeypatch.setattr("millrace_runner.causal.LARGEST_LOGITS", largest)
        learner = learner_of(load(causal_base))
        together(learner, [documents(tokenizer_file, 40)]).sum().backward()
        gradients.append(
            torch.cat([p.grad.flatten() for p in learner.model.parameters() if p.grad is not None])
        )
    assert torch.allclose(gradients[0], gradients[1], rtol=1e-4, atol=1e-4)


def by_document(
    query: Tensor, key: Tensor, value: Tensor, starts: Tensor, _: Tensor, *_lengths: int, **options: object
) -> Tensor:
    """What torch's `varlen_attn` computes on a GPU, one document after the other in plain products."""
    assert options["window_size"] == (-1, 0)
    pieces = []
    for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        q, k, v = (tensor[start:end].transpose(0, 1) for tensor in (query, key, value))
        pieces.append(
            functional.scaled_dot_product_attention(
                q,
                k,
                v,
                is_causal=True,
                scale=cast("float", options["scale"]),
                enable_gqa=bool(options["enable_gqa"]),
            ).transpose(0, 1)
        )
    return torch.cat(pieces)


@pytest.mark.parametrize("key_heads", [2, 1])
@torch.no_grad()
def test_joined_packs_have_the_same_losses(tokenizer_file: Path, key_heads: int) -> None:
    torch.manual_seed(0)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=400,
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=2,
            num_key_value_heads=key_heads,
        )
    )
    learner = learner_of(model)
    docs = documents(tokenizer_file, 7)
    packs = [docs[:3], docs[3:4], docs[4:]]
    expected = together(learner, packs)
    register(by_document)
    use_attention(model, VARLEN)
    assert learner.collate([pack_of(docs)]).inputs["input_ids"].shape[0] == 1
    assert (together(learner, packs) - expected).abs().max() < 1e-5
    assert differs(learner, docs[:4]) == ""


@torch.no_grad()
def test_a_kernel_that_lets_documents_see_each_other_is_not_used(
    causal_base: Path, tokenizer_file: Path, tmp_path: Path
) -> None:
    def leaking(
        query: Tensor, key: Tensor, value: Tensor, starts: Tensor, *_: object, **options: object
    ) -> Tensor:
        return by_document(query, key, value, starts[[0, -1]], starts, **options)

    model = load(causal_base)
    learner = learner_of(model)
    register(leaking)
    use_attention(model, VARLEN)
    rows = rows_of(tmp_path, tokenizer_file, [documents(tokenizer_file, 4)])
    warnings = check_packing(learner, rows, 128)
    assert ["attention by mask is" in warning for warning in warnings] == [True]
    assert model.config._attn_implementation == "sdpa"


@torch.no_grad()
def test_a_head_that_scales_is_left_to_the_base(tokenizer_file: Path, tmp_path: Path) -> None:
    torch.manual_seed(0)
    config = CohereConfig(
        vocab_size=400,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        logit_scale=4.0,
    )
    model = CohereForCausalLM(config)
    learner = learner_of(model)
    docs = documents(tokenizer_file, 4)
    assert learner.whole
    learner.whole = False
    check_packing(learner, rows_of(tmp_path, tokenizer_file, [docs]), 128)
    assert learner.whole, "the trial finds it too"
    expected = torch.cat([alone(model, document) for document in docs])
    assert (together(learner, [docs]) - expected).abs().max() < 1e-5


def test_a_base_that_sees_ahead_is_refused(tokenizer_file: Path, tmp_path: Path) -> None:
    config = BertConfig(
        vocab_size=400, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    model = BertLMHeadModel(config)
    learner = learner_of(model)
    rows = rows_of(tmp_path, tokenizer_file, [documents(tokenizer_file, 4)])
    with pytest.raises(Fault, match="bert cannot be trained on packed documents"):
        check_packing(learner, rows, 128)


def test_one_document_is_enough_for_the_check(
    causal_base: Path, tokenizer_file: Path, tmp_path: Path
) -> None:
    rows = rows_of(tmp_path, tokenizer_file, [documents(tokenizer_file, 1)])
    assert check_packing(learner_of(load(causal_base)), rows, 8) == []


def test_labels_are_shifted_and_never_cross_a_border() -> None:
    pack = pack_of([np.array([5, 6, 7], np.int32), np.array([8], np.int32), np.array([9, 10], np.int32)])
    for batch in (padded_packs([pack, pack_of([np.arange(9, dtype=np.int32)])]), joined_packs([pack])):
        assert batch.positions[:3].tolist() == [0, 1, 4]
        assert batch.targets[:3].tolist() == [6, 7, 10]
        assert batch.inputs["position_ids"][0, :6].tolist() == [0, 1, 2, 0, 0, 1]
        assert "attention_mask" not in batch.inputs
    assert joined_packs([pack]).spans["max_length_q"] == 3
    assert padded_packs([pack, pack_of([np.arange(9, dtype=np.int32)])]).tokens == 15
