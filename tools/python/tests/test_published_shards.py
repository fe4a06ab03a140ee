"""The shards read equal in pyarrow, DuckDB and Hugging Face datasets."""

import datetime
import json
import math
import subprocess
from pathlib import Path
from typing import Any

import datasets
import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

TOOL = Path(__file__).parent.parent
NODE = TOOL.parent.parent / "node_modules" / ".bin" / "node"
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

Row = dict[str, Any]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every type of column, published as Parquet, Arrow and JSON Lines."""
    folder = tmp_path_factory.mktemp("published")
    subprocess.run([NODE, TOOL / "src" / "publish-every-type.ts", folder], check=True)
    return folder


def expected() -> dict[str, list[Row]]:
    """The rows of the fixture by split, as Python values."""
    splits: dict[str, list[Row]] = {}
    for line in (TOOL / "fixtures" / "every-type.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        row["large"] = int(row["large"])
        row["bytes"] = row["text"].encode()
        row["at"] = EPOCH + datetime.timedelta(microseconds=row["small"] * 1_000_003)
        splits.setdefault(row.pop("split"), []).append(row)
    return splits


def version(published: Path, kind: str) -> Path:
    return published / kind / "versions" / "latest"


def shards(published: Path, kind: str, split: str, ending: str) -> list[Path]:
    found = sorted(version(published, kind).glob(f"{split}-*.{ending}"))
    assert found, f"no shards of {split}"
    return found


def without_lineage(rows: list[Row]) -> list[Row]:
    return [{name: value for name, value in row.items() if not name.startswith("row_")} for row in rows]


def assert_equal(found: list[Row], wanted: list[Row]) -> None:
    assert len(found) == len(wanted)
    for got, want in zip(found, wanted, strict=True):
        assert got.keys() == want.keys()
        for name, value in want.items():
            assert got[name] == value, name
        assert math.copysign(1, got["ratio"]) == math.copysign(1, want["ratio"])


@pytest.mark.parametrize("split", ["train", "validation", "test"])
def test_pyarrow_reads_parquet(published: Path, split: str) -> None:
    rows = [
        row
        for shard in shards(published, "parquet", split, "parquet")
        for row in pq.read_table(shard).to_pylist()
    ]
    assert_equal(without_lineage(rows), expected()[split])


@pytest.mark.parametrize("split", ["train", "validation", "test"])
def test_pyarrow_reads_arrow(published: Path, split: str) -> None:
    rows: list[Row] = []
    for shard in shards(published, "arrow", split, "arrow"):
        with pa.memory_map(str(shard)) as source:
            rows += pa.ipc.open_file(source).read_all().to_pylist()
    assert_equal(without_lineage(rows), expected()[split])


@pytest.mark.parametrize("split", ["train", "validation", "test"])
def test_duckdb_reads_parquet(published: Path, split: str) -> None:
    connection = duckdb.connect()
    connection.execute("set timezone = 'UTC'")
    files = str(version(published, "parquet") / f"{split}-*.parquet")
    table = connection.sql("select * from read_parquet($files)", params={"files": files}).to_arrow_table()
    assert_equal(without_lineage(table.to_pylist()), expected()[split])


def test_parquet_is_zstandard_with_statistics(published: Path) -> None:
    for shard in shards(published, "parquet", "train", "parquet"):
        metadata = pq.read_metadata(shard)
        for group in range(metadata.num_row_groups):
            for column in range(metadata.num_columns):
                chunk = metadata.row_group(group).column(column)
                assert chunk.compression == "ZSTD"
                assert chunk.is_stats_set or "." in chunk.path_in_schema, chunk.path_in_schema
    assert [field.name for field in pq.read_schema(shard) if not field.nullable][:2] == ["text", "flag"]


@pytest.mark.parametrize("kind", ["parquet", "jsonl"])
def test_load_dataset_finds_the_splits(published: Path, kind: str, tmp_path: Path) -> None:
    loaded = datasets.load_dataset(str(version(published, kind)), cache_dir=str(tmp_path))
    wanted = expected()
    assert sorted(loaded) == sorted(wanted)
    for split, rows in wanted.items():
        texts = [row["text"] for row in rows]
        assert loaded[split]["text"][:] == texts
        assert [row["word"] for parts in loaded[split]["parts"] for row in parts] == [
            part["word"] for row in rows for part in row["parts"]
        ]
    assert "reason" not in loaded["train"].column_names


def test_row_ids_are_distinct(published: Path) -> None:
    ids = [
        value.as_py()
        for split in expected()
        for shard in shards(published, "parquet", split, "parquet")
        for value in pq.read_table(shard, columns=["row_id"])["row_id"]
    ]
    assert len(set(ids)) == len(ids)
