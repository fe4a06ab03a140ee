"""Every row of every shard looked at once, before the first step; all faults at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from .base_folder import BaseFolder
from .faults import Fault
from .files import sha256_of
from .shards import Column, Ints, Rows, Shard, open_shard
from .specification import Recipe, ShardFile, Specification

IGNORED = -100


@dataclass
class Findings:
    """Faults stop the run; the counts become warnings."""

    faults: list[str] = field(default_factory=list)
    documents: int = 0
    ended: int = 0
    doubled: int = 0


@dataclass(frozen=True)
class Expected:
    """What the base and the recipe allow in a row."""

    recipe: Recipe
    base: BaseFolder
    vocabulary: int


Opened = dict[str, list[tuple[ShardFile, Shard]]]


def open_splits(specification: Specification, findings: Findings) -> Opened:
    """Opens the shards of both splits whose bytes are as they were planned; the others are findings."""
    opened: Opened = {"train": [], "validation": []}
    for split, files in {"train": specification.train, "validation": specification.validation}.items():
        for file in files:
            try:
                check_bytes(file)
                opened[split].append((file, open_shard(file, specification.recipe.objective)))
            except Fault as fault:
                findings.faults.append(str(fault))
    return opened


def check_bytes(file: ShardFile) -> None:
    if not file.path.is_file():
        raise Fault(f"The shard {file.path} does not exist; plan the run again.")
    if (found := sha256_of(file.path)) != file.sha256:
        raise Fault(
            f"The shard {file.path} is damaged: its SHA-256 must be {file.sha256}, found {found}; "
            "plan the run again."
        )


def check_rows(opened: Opened, expected: Expected, findings: Findings) -> dict[str, Rows]:
    """Looks at every row of every opened shard; what is wrong is added to the findings."""
    for file, shard in (pair for pairs in opened.values() for pair in pairs):
        wrong = [*metadata_faults(shard, file, expected)]
        look = look_at_classes if expected.recipe.objective == "classification" else look_at_packs
        for index in range(shard.reader.num_record_batches):
            if damage := batch_damage(shard.load(index), shard.columns):
                wrong.append(f" has a damaged record batch {index}: {damage}.")
            else:
                wrong += look(shard.view(index), shard.starts[index], expected, findings)
        findings.faults += [f"The shard {file.path}{sentence}" for sentence in wrong]
    rows = {split: Rows([shard for _, shard in pairs]) for split, pairs in opened.items()}
    if not findings.faults and len(rows["train"]) == 0:
        findings.faults.append("The training shards hold no rows; there is nothing to learn from.")
    return rows


def metadata_faults(shard: Shard, file: ShardFile, expected: Expected) -> Iterator[str]:
    recipe, metadata = expected.recipe, shard.metadata
    if shard.rows != file.rows:
        yield f" must hold {file.rows} rows, found {shard.rows}."
    tokenizer = metadata.get("millrace.tokenizer", "none")
    if tokenizer != expected.base.tokenizer_sha256:
        yield (
            f" was made with another tokenizer than the base's: SHA-256 {tokenizer} in its metadata, "
            f"{expected.base.tokenizer_sha256} in {expected.base.folder}; plan the run again for this base."
        )
    if (objective := metadata.get("millrace.objective", "none")) != recipe.objective:
        yield f" was made for the objective {objective}; the recipe's is {recipe.objective}."
    context = metadata.get("millrace.context", "none")
    if not context.isdigit() or int(context) > recipe.context:
        yield f" was made for a context of {context} tokens; the recipe's is {recipe.context}."


def batch_damage(batch: pa.RecordBatch, columns: dict[str, str]) -> str:
    """Says what is wrong with offsets and nulls; nothing may be read from a batch before this."""
    try:
        batch.validate(full=True)
    except pa.ArrowException as error:
        return str(error)
    for name, kind in columns.items():
        array = batch.column(name)
        if array.null_count > 0 or ("list" in kind and array.values.null_count > 0):
            return f"the column {name} holds nulls"
    return ""


def look_at_packs(
    batch: dict[str, Column], first: int, expected: Expected, findings: Findings
) -> Iterator[str]:
    ids, starts, lengths = flat(batch["input_ids"])
    labels, _, label_lengths = flat(batch["labels"])
    pieces, piece_starts, piece_counts = flat(batch["seq_lengths"])
    rows = np.arange(len(lengths))
    yield from length_faults(lengths, first, expected)
    yield from id_faults(ids, rows.repeat(lengths), first, expected)
    sums = sums_of(pieces, piece_starts, piece_counts)
    uneven = (label_lengths != lengths) | (sums != lengths)
    uneven[rows.repeat(piece_counts)[pieces < 1]] = True
    if uneven.any():
        yield said(uneven, first, "have labels or seq_lengths that do not add up to input_ids")
        return
    borders = np.cumsum(pieces, dtype=np.int64) - pieces
    kept = labels != IGNORED
    if (wrong := kept[borders]).any():
        yield (
            f" has {int(wrong.sum())} documents whose first label is not -100: "
            "the last token of one document would predict the first of the next; labels must be unshifted."
        )
    if (shifted := kept & (labels != ids)).any():
        row = first + int(rows.repeat(lengths)[shifted][0])
        yield (
            f" has {int(shifted.sum())} labels that are neither -100 nor the token itself (row {row}): "
            "labels must be unshifted."
        )
    masked = sums_of(kept.astype(np.int64), starts, lengths) == 0
    masked &= np.maximum.reduceat(np.append(pieces, 0), piece_starts)[: len(rows)] > 1 if len(rows) else False
    if masked.any():
        yield said(masked, first, "have no label to learn from: all are -100")
    note_documents(Documents(ids, kept, borders, pieces), expected.base, findings)


class Documents(NamedTuple):
    """The tokens of a batch, which of them are learned, and where each document starts and how long it is."""

    ids: Ints
    kept: NDArray[np.bool_]
    borders: NDArray[np.int64]
    pieces: Ints


def note_documents(documents: Documents, base: BaseFolder, findings: Findings) -> None:
    """Counts documents, those that teach the model to end, and those that begin twice."""
    ids, kept, borders, pieces = documents
    findings.documents += len(pieces)
    ends = (kept & np.isin(ids, list(base.end_ids))).astype(np.int64)
    findings.ended += int((sums_of(ends, borders, pieces) > 0).sum())
    if (begin := base.special_id("bos")) is not None:
        long = borders[pieces > 1]
        findings.doubled += int(((ids[long] == begin) & (ids[long + 1] == begin)).sum())


def look_at_classes(batch: dict[str, Column], first: int, expected: Expected, _: Findings) -> Iterator[str]:
    ids, _starts, lengths = flat(batch["input_ids"])
    yield from length_faults(lengths, first, expected)
    yield from id_faults(ids, np.arange(len(lengths)).repeat(lengths), first, expected)
    classes = len(expected.recipe.labels)
    label = batch["label"].values
    if (outside := (label < 0) | (label >= classes)).any():
        examples = ", ".join(map(str, np.unique(label[outside])[:5]))
        yield said(outside, first, f"have a label outside 0 to {classes - 1} (such as {examples})")


def length_faults(lengths: NDArray[np.int64], first: int, expected: Expected) -> Iterator[str]:
    if (empty := lengths == 0).any():
        yield said(empty, first, "have no tokens")
    if (long := lengths > expected.recipe.context).any():
        what = f"are longer than the context of {expected.recipe.context} tokens (up to {lengths.max()})"
        yield said(long, first, what)


def id_faults(ids: Ints, rows: NDArray[np.int64], first: int, expected: Expected) -> Iterator[str]:
    if (outside := (ids < 0) | (ids >= expected.vocabulary)).any():
        yield (
            f" has {int(outside.sum())} token ids outside 0 to {expected.vocabulary - 1}, the vocabulary of "
            f"the base (such as {int(ids[outside][0])} in row {first + int(rows[outside][0])})."
        )


def said(which: NDArray[np.bool_], first: int, what: str) -> str:
    return f": {int(which.sum())} rows {what}; the first is row {first + int(which.argmax())}."


def flat(column: Column) -> tuple[Ints, NDArray[np.int64], NDArray[np.int64]]:
    """The values of a list column's rows as one array, and each row's start and length in it."""
    assert column.offsets is not None
    offsets = column.offsets.astype(np.int64)
    return column.values[offsets[0] : offsets[-1]], offsets[:-1] - offsets[0], np.diff(offsets)


def sums_of(
    values: NDArray[np.integer], starts: NDArray[np.int64], lengths: NDArray[np.integer]
) -> NDArray[np.int64]:
    """The sum of each piece of an array."""
    totals = np.concatenate([[0], np.cumsum(values, dtype=np.int64)])
    sums: NDArray[np.int64] = totals[starts + lengths] - totals[starts]
    return sums
