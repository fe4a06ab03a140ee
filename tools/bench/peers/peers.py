"""One piece of curation by a peer, timed: `peers.py <work> <input> [--out DIR] [--tasks N]` prints JSON."""

import argparse
import base64
import json
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Figures = dict[str, float]


def texts_of(folder: Path) -> list[str]:
    """The texts of the JSON Lines files of a folder, in the order of their names."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [json.loads(line)["text"] for line in lines]


def size_of(texts: Iterable[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def timed(texts: list[str], work: Callable[[], Any]) -> Figures:
    begun = time.perf_counter()
    work()
    return {"documents": len(texts), "bytes": size_of(texts), "seconds": time.perf_counter() - begun}


def filters() -> list[Any]:
    from datatrove.pipeline.filters import (
        C4QualityFilter,
        FineWebQualityFilter,
        GopherQualityFilter,
        GopherRepetitionFilter,
    )

    return [
        GopherRepetitionFilter(),
        GopherQualityFilter(),
        C4QualityFilter(filter_no_terminal_punct=False),
        FineWebQualityFilter(),
    ]


def datatrove_counters(given: argparse.Namespace) -> Figures:
    """Every rule of every filter on every document, whatever the others said."""
    from datatrove.data import Document

    texts = texts_of(given.input)
    rules = filters()
    for rule in rules:
        rule.filter(Document(text="Warm up the tokenizer, please.", id="0"))

    def work() -> None:
        for rule in rules:
            for text in texts:
                rule.filter(Document(text=text, id="0"))

    return timed(texts, work)


def datatrove_minhash(given: argparse.Namespace) -> Figures:
    from datatrove.pipeline.dedup.minhash import MinhashDedupSignature
    from datatrove.utils.text import simplify_text

    step = MinhashDedupSignature(output_folder=str(given.out))
    step.get_signature(step.get_shingles("Warm up the tokenizer of words, please."))
    texts = texts_of(given.input)
    assert simplify_text("A") == "a"

    def work() -> None:
        for text in texts:
            shingles = step.get_shingles(text)
            if shingles.size:
                step.get_signature(shingles)

    return timed(texts, work)


def rensa_minhash(given: argparse.Namespace) -> Figures:
    """Shingles of five words between spaces, in Python, for rensa takes sets of strings; 112 permutations."""
    from rensa import RMinHash

    texts = texts_of(given.input)

    def work() -> None:
        for text in texts:
            words = text.lower().split()
            signature = RMinHash(num_perm=112, seed=1)
            signature.update([" ".join(words[at : at + 5]) for at in range(len(words) - 4)])
            signature.digest()

    return timed(texts, work)


def datatrove_pipeline(given: argparse.Namespace) -> Figures:
    """Reads, filters by the rules of FineWeb, removes near-duplicates by MinHash, writes Parquet."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter
    from datatrove.pipeline.dedup.minhash import MinhashDedupSignature
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter, ParquetWriter

    out, tasks = Path(given.out), given.tasks
    shutil.rmtree(out, ignore_errors=True)
    texts = texts_of(given.input)

    def run(steps: list[Any], name: str, count: int) -> None:
        LocalPipelineExecutor(
            steps, tasks=count, workers=count, logging_dir=str(out / "logs" / name), skip_completed=False
        ).run()

    def work() -> None:
        read = JsonlReader(str(given.input), glob_pattern="*.jsonl")
        run([read, *filters(), JsonlWriter(str(out / "kept"), compression=None)], "filter", tasks)
        kept = JsonlReader(str(out / "kept"))
        run([kept, MinhashDedupSignature(str(out / "signatures"))], "signatures", tasks)
        run([MinhashDedupBuckets(str(out / "signatures"), str(out / "buckets"))], "buckets", 14)
        run([MinhashDedupCluster(str(out / "buckets"), str(out / "removed"))], "cluster", 1)
        run(
            [kept, MinhashDedupFilter(str(out / "removed")), ParquetWriter(str(out / "parquet"))],
            "write",
            tasks,
        )

    return timed(texts, work)


def tokenizers_ids(given: argparse.Namespace) -> Figures:
    os.environ["RAYON_NUM_THREADS"] = str(given.tasks)
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(given.tokenizer))
    tokenizer.encode_batch_fast(["Warm up."], add_special_tokens=False)
    texts = texts_of(given.input)
    return timed(texts, lambda: tokenizer.encode_batch_fast(texts, add_special_tokens=False))


R50K = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s"


def tiktoken_ids(given: argparse.Namespace) -> Figures:
    import tiktoken

    lines = Path(given.tokenizer).with_suffix(".tiktoken").read_text("utf-8").splitlines()
    ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in lines)}
    encoding = tiktoken.Encoding("bench", pat_str=R50K, mergeable_ranks=ranks, special_tokens={})
    encoding.encode_ordinary_batch(["Warm up."], num_threads=given.tasks)
    texts = texts_of(given.input)
    return timed(texts, lambda: encoding.encode_ordinary_batch(texts, num_threads=given.tasks))


def pages_of(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.html"))]


def trafilatura_pages(given: argparse.Namespace) -> Figures:
    import trafilatura

    trafilatura.extract("<html><body><p>Warm up.</p></body></html>")
    pages = pages_of(given.input)
    return timed(pages, lambda: [trafilatura.extract(page, favor_precision=False) for page in pages])


def resiliparse_pages(given: argparse.Namespace) -> Figures:
    from resiliparse.extract.html2text import extract_plain_text

    pages = pages_of(given.input)
    return timed(pages, lambda: [extract_plain_text(page, main_content=True) for page in pages])


WORKS: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "datatrove-counters": datatrove_counters,
    "datatrove-minhash": datatrove_minhash,
    "datatrove-pipeline": datatrove_pipeline,
    "rensa-minhash": rensa_minhash,
    "tokenizers-ids": tokenizers_ids,
    "tiktoken-ids": tiktoken_ids,
    "trafilatura-pages": trafilatura_pages,
    "resiliparse-pages": resiliparse_pages,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("work", choices=sorted(WORKS))
    arguments.add_argument("input", type=Path)
    arguments.add_argument("--out", type=Path, default=Path("data/bench/peer-out"))
    arguments.add_argument("--tasks", type=int, default=1)
    arguments.add_argument("--tokenizer", type=Path)
    given = arguments.parse_args()
    logging.disable(logging.CRITICAL)
    stdout = os.dup(1)
    os.dup2(2, 1)
    figures = WORKS[given.work](given)
    os.dup2(stdout, 1)
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
