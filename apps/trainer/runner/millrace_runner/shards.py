"""Memory-mapped token shards: rows by index, without a copy of the file in memory."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from .faults import Fault
from .specification import ShardFile

Ints = NDArray[np.int32]

CAUSAL_COLUMNS = {"input_ids": "list<int32>", "labels": "list<int32>", "seq_lengths": "list<int32>"}
CLASSIFICATION_COLUMNS = {"input_ids": "list<int32>", "label": "int32"}


@dataclass(frozen=True)
class Column:
    """A column of one record batch: its values, and for a list column where each row starts."""

    values: Ints
    offsets: NDArray[np.int64] | None

    def row(self, index: int) -> Ints:
        if self.offsets is None:
            return self.values[index : index + 1]
        return self.values[self.offsets[index] : self.offsets[index + 1]]


class Shard:
    """One Arrow file; its batches are views into the mapped file."""

    def __init__(self, path: Path, columns: dict[str, str]) -> None:
        self.path = path
        self.columns = columns
        self.reader = open_file(path)
        self.metadata = {
            key.decode("utf-8", "replace"): value.decode("utf-8", "replace")
            for key, value in (self.reader.schema.metadata or {}).items()
        }
        check_schema(path, self.reader.schema, columns)
        self.starts = [0]
        for index in range(self.reader.num_record_batches):
            self.starts.append(self.starts[-1] + self.load(index).num_rows)
        self.batch = lru_cache(maxsize=64)(self.view)

    @property
    def rows(self) -> int:
        return self.starts[-1]

    def load(self, index: int) -> pa.RecordBatch:
        before = pa.total_allocated_bytes()
        try:
            batch = self.reader.get_batch(index)
        except (pa.ArrowException, OSError) as error:
            raise Fault(f"The shard {self.path} has a damaged record batch {index}: {error}.") from error
        if pa.total_allocated_bytes() > before:
            raise Fault(
                f"The shard {self.path} is compressed; it must be uncompressed, so that it can be mapped."
            )
        return batch

    def view(self, index: int) -> dict[str, Column]:
        batch = self.load(index)
        return {name: column_of(batch.column(name)) for name in self.columns}

    def row(self, index: int) -> dict[str, Ints]:
        batch = bisect_right(self.starts, index) - 1
        return {name: column.row(index - self.starts[batch]) for name, column in self.batch(batch).items()}


class Rows:
    """The rows of several shards, one after the other."""

    def __init__(self, shards: list[Shard]) -> None:
        self.shards = shards
        self.starts = [0]
        for shard in shards:
            self.starts.append(self.starts[-1] + shard.rows)

    def __len__(self) -> int:
        return self.starts[-1]

    def __getitem__(self, index: int) -> dict[str, Ints]:
        shard = bisect_right(self.starts, index) - 1
        return self.shards[shard].row(index - self.starts[shard])


def columns_for(objective: str) -> dict[str, str]:
    return CLASSIFICATION_COLUMNS if objective == "classification" else CAUSAL_COLUMNS


def open_shard(file: ShardFile, objective: str) -> Shard:
    return Shard(file.path, columns_for(objective))


def open_file(path: Path) -> pa.RecordBatchFileReader:
    try:
        return pa.ipc.open_file(pa.memory_map(str(path)))
    except (pa.ArrowException, OSError) as error:
        raise Fault(f"The shard {path} must be a whole Arrow IPC file: {error}.") from error


def check_schema(path: Path, schema: pa.Schema, columns: dict[str, str]) -> None:
    wrong = [
        f"{name} must be {expected}, found {found}"
        for name, expected in columns.items()
        if (found := type_name(schema, name)) != expected
    ]
    if wrong:
        raise Fault(f"The shard {path} has other columns than the objective reads: {'; '.join(wrong)}.")


def type_name(schema: pa.Schema, name: str) -> str:
    if len(schema.get_all_field_indices(name)) != 1:
        return "no such column"
    kind = schema.field(name).type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return f"list<{kind.value_type}>"
    return str(kind)


def column_of(array: pa.Array) -> Column:
    """The numbers of a column without a copy."""
    if not (pa.types.is_list(array.type) or pa.types.is_large_list(array.type)):
        return Column(array.to_numpy(zero_copy_only=True), None)
    offsets = array.offsets.to_numpy(zero_copy_only=True)
    return Column(array.values.to_numpy(zero_copy_only=True), offsets)
