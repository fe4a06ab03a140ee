"""JSON Lines to Parquet (Zstandard) by pyarrow: what Millrace's empty pipeline is compared with."""

import argparse
import json
import re
import resource
from pathlib import Path

import pyarrow as pa
import pyarrow.json
import pyarrow.parquet

SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("text", pa.string()),
        ("source", pa.string()),
        ("group", pa.string()),
        ("n", pa.int32()),
        ("score", pa.float64()),
        ("note", pa.string()),
        ("tags", pa.list_(pa.string())),
    ]
)


def peak_bytes() -> int:
    try:
        status = Path("/proc/self/status").read_text()
        return int(re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE).group(1)) * 1024
    except (OSError, AttributeError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def convert(folder: Path, out: Path, threads: int) -> int:
    pa.set_cpu_count(threads)
    # Lines longer than a block are refused; the corpus has some of 1 MB.
    read = pa.json.ReadOptions(use_threads=threads > 1, block_size=16 << 20)
    parse = pa.json.ParseOptions(explicit_schema=SCHEMA, unexpected_field_behavior="error")
    rows = 0
    with pa.parquet.ParquetWriter(out, SCHEMA, compression="zstd") as writer:
        for path in sorted(folder.rglob("*.jsonl")):
            table = pa.json.read_json(path, read_options=read, parse_options=parse)
            writer.write_table(table.select(SCHEMA.names))
            rows += table.num_rows
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    rows = convert(given.folder, given.out, given.threads)
    print(json.dumps({"rows": rows, "peakBytes": peak_bytes()}))


if __name__ == "__main__":
    main()
