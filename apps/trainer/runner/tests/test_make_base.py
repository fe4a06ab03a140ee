"""A base made on the spot is byte-equal for equal input and loads as any other."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import LABELS, RUNNER, Json, base_request
from transformers import AutoModelForCausalLM, AutoModelForSequenceClassification, AutoTokenizer

from millrace_runner.base_folder import base_sha256, read_base
from millrace_runner.faults import Fault
from millrace_runner.files import sha256_of
from millrace_runner.make_base import hashes, make_base, read_request


def make(folder: Path, tokenizer: Path, **changes: object) -> int:
    return make_base(read_request(base_request(folder, tokenizer, **changes)))


def test_equal_input_gives_equal_bytes(tmp_path: Path, tokenizer_file: Path, causal_base: Path) -> None:
    make(tmp_path / "again", tokenizer_file)
    make(tmp_path / "other", tokenizer_file, seed=8)
    assert hashes(tmp_path / "again") == hashes(causal_base)
    assert hashes(tmp_path / "other") != hashes(causal_base)
    assert base_sha256(tmp_path / "again") == base_sha256(causal_base) != base_sha256(tmp_path / "other")


def test_the_folder_is_a_whole_base(causal_base: Path, tokenizer_file: Path) -> None:
    assert {path.name for path in causal_base.iterdir()} == {
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json",
    }
    assert sha256_of(causal_base / "tokenizer.json") == sha256_of(tokenizer_file)
    tokenizer = AutoTokenizer.from_pretrained(causal_base)
    model = AutoModelForCausalLM.from_pretrained(causal_base)
    assert (tokenizer.eos_token, tokenizer.pad_token) == ("<|endoftext|>", "<|pad|>")
    assert (model.config.eos_token_id, model.config.pad_token_id) == (
        tokenizer.eos_token_id,
        tokenizer.pad_token_id,
    )
    assert model.config.vocab_size == len(tokenizer)
    assert model.get_output_embeddings().weight is model.get_input_embeddings().weight
    assert read_base(causal_base).end_ids == {tokenizer.eos_token_id}


def test_a_classifier_knows_its_labels(classifier_base: Path) -> None:
    model = AutoModelForSequenceClassification.from_pretrained(classifier_base)
    assert [model.config.id2label[index] for index in range(3)] == LABELS


def test_an_equal_folder_stays_and_another_is_not_overwritten(tmp_path: Path, tokenizer_file: Path) -> None:
    make(tmp_path / "base", tokenizer_file)
    before = (tmp_path / "base" / "model.safetensors").stat().st_mtime_ns
    make(tmp_path / "base", tokenizer_file)
    assert (tmp_path / "base" / "model.safetensors").stat().st_mtime_ns == before
    with pytest.raises(Fault, match="holds something else"):
        make(tmp_path / "base", tokenizer_file, layers=1)
    assert [path.name for path in tmp_path.iterdir()] == ["base"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"heads": 3}, "base.hidden must be an even multiple of base.heads"),
        ({"layer": 2}, "nearest key is layers"),
        ({"folder": "here"}, "absolute paths"),
        ({"objective": "classification"}, "base.labels is missing"),
    ],
)
def test_a_wrong_request_is_a_fault(tmp_path: Path, tokenizer_file: Path, changes: Json, words: str) -> None:
    with pytest.raises(Fault, match=words):
        read_request({**base_request(tmp_path / "base", tokenizer_file), **changes})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"version": "1.0", "model": {"type": "Unknown"}}'])
def test_another_file_is_no_tokenizer(tmp_path: Path, content: str) -> None:
    (tmp_path / "tokenizer.json").write_text(content)
    with pytest.raises(Fault, match=r"must be a Hugging Face tokenizer\.json"):
        make(tmp_path / "base", tmp_path / "tokenizer.json")
    assert not (tmp_path / "base").exists()


def test_the_command_line_answers_in_json(tmp_path: Path, tokenizer_file: Path) -> None:
    (tmp_path / "request.json").write_text(json.dumps(base_request(tmp_path / "base", tokenizer_file)))
    answers = [
        subprocess.run(
            [sys.executable, "-m", "millrace_runner", *arguments],
            cwd=RUNNER,
            capture_output=True,
            check=False,
        )
        for arguments in (["make-base", str(tmp_path / "request.json")], ["check"], ["train"])
    ]
    made, checked = (json.loads(answer.stdout) for answer in answers[:2])
    assert made["sha256"] == base_sha256(tmp_path / "base")
    assert checked.keys() == {"python", "torch", "transformers", "cuda", "device"}
    assert [answer.returncode for answer in answers] == [0, 0, 2]
