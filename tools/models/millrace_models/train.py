"""Learns one model: `python -m millrace_models.train NAME TICKETS FOLDER`."""

import json
import sys
from pathlib import Path

import torch

from .learn import learn
from .learn_embeddings import learn_embeddings
from .learn_masked import learn_masked
from .recipes import RECIPES, WORDS, pairs_of
from .words import learn_tokenizer

SEED = 20


def main(name: str, tickets: Path, folder: Path) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    recipe = RECIPES[name]
    pairs, held_out = pairs_of(name, tickets, SEED)
    tokenizer = learn_tokenizer((text for pair in pairs for text in pair), WORDS)
    model = recipe.model(tokenizer.get_vocab_size())
    print(f"{name}: {len(pairs)} pairs, {sum(p.numel() for p in model.parameters())} parameters", flush=True)
    learner = {"mask": learn_masked, "embed": learn_embeddings}.get(name.rsplit("-", 1)[1], learn)
    learner(model, tokenizer, pairs, recipe.steps, SEED)
    model.save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "held-out.json").write_text(json.dumps(held_out, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
