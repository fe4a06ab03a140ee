"""Shards are mapped, looked at row by row, and refused with everything that is wrong."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from conftest import LABELS, Json, columns_of, make_spec, metadata_of, packs_of, write_shard

from millrace_runner.base_folder import BaseFolder
from millrace_runner.faults import Fault
from millrace_runner.files import sha256_of
from millrace_runner.preflight import findings_warnings
from millrace_runner.shard_checks import Expected, Findings, check_rows, open_splits
from millrace_runner.shards import CAUSAL_COLUMNS, Rows, Shard
from millrace_runner.specification import read_specification

EOS, BOS = 0, 3
INTS = pa.list_(pa.int32())


@pytest.fixture
def tokenizer(tmp_path: Path) -> Path:
    path = tmp_path / "tokenizer.json"
    path.write_text("{}")
    return path


def look(tokenizer: Path, shards: Json, **changes: object) -> tuple[dict[str, Rows], Findings]:
    recipe = {"context": 16, **changes}
    specification = read_specification(make_spec(Path("/out"), Path("/base"), shards, **recipe))
    special = {"eos": frozenset({EOS}), "bos": frozenset({BOS}), "pad": frozenset[int]()}
    base = BaseFolder(Path("/base"), {}, sha256_of(tokenizer), special)
    findings = Findings()
    opened = open_splits(specification, findings)
    return check_rows(opened, Expected(specification.recipe, base, 50), findings), findings


def faults_of(tokenizer: Path, columns: dict[str, pa.Array], **metadata: str) -> str:
    meta = {**metadata_of(tokenizer, "causal-lm", 16), **metadata}
    shard = write_shard(tokenizer.parent / "train.arrow", columns, meta)
    return " ".join(look(tokenizer, {"train": [shard]})[1].faults)


def class_faults_of(tokenizer: Path, ids: list[list[int]], labels: list[int]) -> str:
    columns = {"input_ids": pa.array(ids, INTS), "label": pa.array(labels, pa.int32())}
    shard = write_shard(tokenizer.parent / "c.arrow", columns, metadata_of(tokenizer, "classification", 16))
    changes = {"objective": "classification", "labels": LABELS}
    return " ".join(look(tokenizer, {"train": [shard]}, **changes)[1].faults)


GOOD = [[[3, 5, 6, 0], [3, 7, 0]], [[3, 8, 9, 10, 0]], [[3, 11, 0]]]


def test_rows_come_back_from_any_shard_and_batch(tokenizer: Path) -> None:
    documents = [[3, *range(4, 4 + length), 0] for length in range(1, 11)] * 20
    meta = metadata_of(tokenizer, "causal-lm", 16)
    columns = packs_of(documents, 16)
    shards = [
        write_shard(tokenizer.parent / f"{batch}.arrow", columns, meta, batch) for batch in (1, 7, 1000)
    ]
    rows, findings = look(tokenizer, {"train": shards})
    assert findings.faults == []
    expected = columns["input_ids"].to_pylist() * 3
    assert [rows["train"][index]["input_ids"].tolist() for index in range(len(rows["train"]))] == expected
    assert findings.documents == len(documents) * 3


def test_rows_are_views_of_the_file(tokenizer: Path) -> None:
    path = tokenizer.parent / "big.arrow"
    write_shard(path, packs_of([[3, 4, 0]] * 60_000, 15), metadata_of(tokenizer, "causal-lm", 16), 1000)
    before = pa.total_allocated_bytes()
    shard = Shard(path, CAUSAL_COLUMNS)
    rows = [shard.row(index)["input_ids"] for index in range(0, shard.rows, 100)]
    assert pa.total_allocated_bytes() - before == 0
    assert not rows[0].flags.owndata


def test_an_empty_list_is_a_row_and_an_offset_slice_is_read_right(tokenizer: Path) -> None:
    path = tokenizer.parent / "slice.arrow"
    table = pa.table(columns_of(GOOD)).slice(1)
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)
    shard = Shard(path, CAUSAL_COLUMNS)
    assert shard.row(1)["input_ids"].tolist() == [3, 11, 0]


@pytest.mark.parametrize(
    ("packs", "words"),
    [
        ([[[3, 50, 0]]], ["1 token ids outside 0 to 49", "such as 50 in row 0"]),
        ([[[3, 4, 0]], [[3, -2, 0]]], ["token ids outside", "-2 in row 1"]),
        ([[list(range(17))]], ["1 rows are longer than the context of 16 tokens (up to 17)"]),
        ([[[3, 4, 0]], [[]]], ["1 rows have no tokens", "row 1"]),
    ],
)
def test_a_wrong_row_is_named(tokenizer: Path, packs: list[list[list[int]]], words: list[str]) -> None:
    faults = faults_of(tokenizer, columns_of(packs))
    for word in words:
        assert word in faults


@pytest.mark.parametrize(
    ("labels", "lengths", "words"),
    [
        (
            [[-100, 5, 6, 0, 3, 7, 0], [-100, 8, 9, 10, 0]],
            [[4, 3], [5]],
            "1 documents whose first label is not -100",
        ),
        ([[-100, 5, 6, 0, -100, 7, 0], [8, 9, 10, 0, -100]], [[4, 3], [5]], "labels must be unshifted"),
        ([[-100] * 7, [-100, 8, 9, 10, 0]], [[4, 3], [5]], "1 rows have no label to learn from"),
        ([[-100, 5, 6, 0, -100, 7, 0], [-100, 8, 9, 10]], [[4, 3], [5]], "do not add up"),
        ([[-100, 5, 6, 0, -100, 7, 0], [-100, 8, 9, 10, 0]], [[4, 4], [5]], "do not add up"),
        ([[-100, 5, 6, 0, -100, 7, 0], [-100, 8, 9, 10, 0]], [[4, 3], [6, -1]], "do not add up"),
        ([[-100, 5, 6, 0, -100, 7, 0], [-100, 8, 9, 10, 0]], [[4, 3], []], "do not add up"),
    ],
)
def test_wrong_labels_are_told_apart(
    tokenizer: Path, labels: list[list[int]], lengths: list[list[int]], words: str
) -> None:
    ids = [[3, 5, 6, 0, 3, 7, 0], [3, 8, 9, 10, 0]]
    columns = {
        "input_ids": pa.array(ids, INTS),
        "labels": pa.array(labels, INTS),
        "seq_lengths": pa.array(lengths, INTS),
    }
    assert words in faults_of(tokenizer, columns)


def test_a_row_of_single_tokens_alone_is_no_fault(tokenizer: Path) -> None:
    assert faults_of(tokenizer, columns_of([*GOOD, [[0], [0]]])) == ""


def test_metadata_must_fit_the_run(tokenizer: Path) -> None:
    columns = columns_of(GOOD)
    assert "another tokenizer" in faults_of(tokenizer, columns, **{"millrace.tokenizer": "0" * 64})
    assert "objective classification" in faults_of(
        tokenizer, columns, **{"millrace.objective": "classification"}
    )
    assert "context of 32" in faults_of(tokenizer, columns, **{"millrace.context": "32"})


def test_all_shards_are_looked_at_before_the_fault(tokenizer: Path) -> None:
    meta = metadata_of(tokenizer, "causal-lm", 16)
    folder = tokenizer.parent
    good = write_shard(folder / "good.arrow", columns_of(GOOD), meta)
    wrong = [
        {**good, "sha256": "0" * 64},
        {**good, "url": str(folder / "gone.arrow")},
        {**good, "rows": 9},
        write_shard(folder / "ids.arrow", columns_of([[[3, 99, 0]]]), meta),
    ]
    _, findings = look(tokenizer, {"train": wrong[:2], "validation": wrong[2:]})
    assert [
        word in fault
        for word, fault in zip(
            ["is damaged: its SHA-256", "does not exist", "must hold 9 rows, found 3", "outside 0 to 49"],
            findings.faults,
            strict=True,
        )
    ] == [True] * 4


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused_although_its_hash_fits(tokenizer: Path, share: float) -> None:
    path = tokenizer.parent / "cut.arrow"
    shard = write_shard(path, columns_of(GOOD), metadata_of(tokenizer, "causal-lm", 16))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    _, findings = look(tokenizer, {"train": [{**shard, "sha256": sha256_of(path)}]})
    assert "must be a whole Arrow IPC file" in findings.faults[0]


def test_damage_inside_never_passes_for_data(tokenizer: Path) -> None:
    path = tokenizer.parent / "flip.arrow"
    shard = write_shard(path, columns_of(GOOD), metadata_of(tokenizer, "causal-lm", 16))
    whole = path.read_bytes()
    generator = np.random.default_rng(0)
    for place in generator.choice(len(whole), 120, replace=False):
        content = bytearray(whole)
        content[place] ^= 0x81
        path.write_bytes(content)
        rows, findings = look(tokenizer, {"train": [{**shard, "sha256": sha256_of(path)}]})
        if not findings.faults:
            assert all(rows["train"][index]["input_ids"].max() < 50 for index in range(3))


def test_other_columns_nulls_and_compression_are_refused(tokenizer: Path) -> None:
    columns = columns_of(GOOD)
    wide = {**columns, "input_ids": columns["input_ids"].cast(pa.list_(pa.int64()))}
    assert "input_ids must be list<int32>, found list<int64>" in faults_of(tokenizer, wide)
    assert "labels must be list<int32>, found no such column" in faults_of(
        tokenizer, {name: columns[name] for name in ("input_ids", "seq_lengths")}
    )
    nulls = {**columns, "labels": pa.array([*columns["labels"].to_pylist()[:-1], None], INTS)}
    assert "the column labels holds nulls" in faults_of(tokenizer, nulls)
    inner = {**columns, "labels": pa.array([*columns["labels"].to_pylist()[:-1], [-100, None, 0]], INTS)}
    assert "the column labels holds nulls" in faults_of(tokenizer, inner)
    path = tokenizer.parent / "small.arrow"
    table = pa.table(packs_of([[3, 4, 0]] * 500, 15))
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema, options=options) as writer:
        writer.write_table(table)
    with pytest.raises(Fault, match="is compressed"):
        Shard(path, CAUSAL_COLUMNS)


def test_labels_of_classes_must_be_in_range(tokenizer: Path) -> None:
    assert class_faults_of(tokenizer, [[4], [5, 6]], [0, 2]) == ""
    assert "2 rows have a label outside 0 to 2 (such as -1, 3)" in class_faults_of(
        tokenizer, [[4], [5], [6]], [3, 0, -1]
    )
    assert "have no tokens" in class_faults_of(tokenizer, [[4], []], [0, 1])


def test_no_rows_are_nothing_to_learn_from(tokenizer: Path) -> None:
    assert "hold no rows" in faults_of(tokenizer, columns_of([]))


def test_warnings_name_ends_and_double_beginnings(tokenizer: Path) -> None:
    shard = write_shard(
        tokenizer.parent / "w.arrow",
        columns_of([[[3, 3, 5], [3, 6, 7]], [[3, 8, 0]]]),
        metadata_of(tokenizer, "causal-lm", 16),
    )
    _, findings = look(tokenizer, {"train": [shard]})
    assert (findings.documents, findings.ended, findings.doubled) == (3, 1, 1)
    assert ["Only 1 of 3" in findings_warnings(findings, True)[0]] == [True]
    assert "begin with two begin tokens" in findings_warnings(findings, True)[1]
    assert "no end token" in findings_warnings(replace(findings, doubled=0), False)[0]
