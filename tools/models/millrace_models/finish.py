"""Turns a learned model into a fixture: `python -m millrace_models.finish NAME LEARNED FIXTURES`.

Rounds the weights, measures the model on held-out pairs, exports it, compares the export with the model, and
writes golden answers of transformers for the tests.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
import transformers
from tokenizers import Tokenizer
from transformers import AutoModelForSeq2SeqLM, BertForMaskedLM, BertModel, PreTrainedModel

from .chrf import chrf
from .export import export
from .export_encoder import export_encoder
from .learn_embeddings import embedded
from .quantise import round_weights
from .recipes import LONGEST, RECIPES
from .words import EOS, MASK, PAD, UNKNOWN

MOST = 60
GOLDEN: dict[str, dict[str, Any]] = {
    "greedy": {"num_beams": 1},
    "repetitionPenalty": {"num_beams": 1, "repetition_penalty": 1.3},
    "noRepeat": {"num_beams": 1, "no_repeat_ngram_size": 2},
    "beams": {"num_beams": 4, "num_return_sequences": 4, "length_penalty": 1.0},
    "longBeams": {"num_beams": 3, "num_return_sequences": 2, "length_penalty": 2.0, "early_stopping": True},
    "repetitionBeams": {"num_beams": 3, "num_return_sequences": 3, "repetition_penalty": 1.2},
}


def main(name: str, learned: Path, folder: Path) -> None:
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(learned / "tokenizer.json"))
    folder.mkdir(parents=True, exist_ok=True)
    held_out = json.loads((learned / "held-out.json").read_text(encoding="utf-8"))
    kind = name.rsplit("-", 1)[1]
    family = {"mask": BertForMaskedLM, "embed": BertModel}.get(kind, AutoModelForSeq2SeqLM)
    options = {"add_pooling_layer": False} if kind == "embed" else {}
    model = family.from_pretrained(learned, **options).eval()
    round_weights(model)
    if kind == "mask":
        export_encoder(model, folder)
        print(f"{name}: tells {told(model, tokenizer, held_out):.0%} of hidden tokens, {len(held_out)} texts")
    elif kind == "embed":
        export_encoder(model, folder)
        write(folder / "golden.json", golden_vectors(model, tokenizer, [text for text, _ in held_out[:12]]))
        print(f"{name}: finds {found(model, tokenizer, held_out):.0%} of {len(held_out)} paraphrases")
    else:
        export(model, folder, lambda: shape_of(model))
        compare(model, tokenizer, folder, [source for source, _ in held_out[:20]])
        golden = goldens(model, tokenizer, [source for source, _ in held_out[:12]])
        write(folder / "golden.json", golden)
        print(f"{name}: chrF {measured(model, tokenizer, held_out):.1f} on {len(held_out)} held-out pairs")
    describe(name, model, tokenizer, learned, folder)


def shape_of(model: PreTrainedModel) -> tuple[int, int, int]:
    config = model.config
    if config.model_type == "t5":
        return config.num_decoder_layers, config.num_heads, config.d_kv
    return (
        config.decoder_layers,
        config.decoder_attention_heads,
        config.d_model // config.decoder_attention_heads,
    )


def generate(model: PreTrainedModel, tokenizer: Tokenizer, text: str, **options: float) -> list[list[int]]:
    ids = torch.tensor([tokenizer.encode(text).ids])
    found = model.generate(
        input_ids=ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=MOST, **options
    )
    return [trimmed(row[1:]) for row in found.tolist()]


def trimmed(ids: list[int]) -> list[int]:
    return ids[: ids.index(0) + 1] if 0 in ids else ids


def goldens(model: PreTrainedModel, tokenizer: Tokenizer, texts: list[str]) -> dict[str, Any]:
    return {
        "transformers": transformers.__version__,
        "maxNewTokens": MOST,
        "rows": [
            {
                "text": text,
                "ids": tokenizer.encode(text).ids,
                **{kind: generate(model, tokenizer, text, **options) for kind, options in GOLDEN.items()},
            }
            for text in texts
        ],
    }


def measured(model: PreTrainedModel, tokenizer: Tokenizer, pairs: list[list[str]]) -> float:
    answers = [tokenizer.decode(generate(model, tokenizer, source, num_beams=1)[0]) for source, _ in pairs]
    for (source, _), answer in list(zip(pairs, answers, strict=True))[:8]:
        print(f"  {source} => {answer}")
    return float(np.mean([chrf(answer, target) for answer, (_, target) in zip(answers, pairs, strict=True)]))


def told(model: PreTrainedModel, tokenizer: Tokenizer, pairs: list[list[str]]) -> float:
    """The share of tokens that the model names when each is hidden by itself."""
    mask = tokenizer.token_to_id(MASK)
    right = all_of_them = 0
    for text, _ in pairs:
        ids = torch.tensor(tokenizer.encode(text).ids)
        hidden = ids.repeat(len(ids) - 1, 1)
        places = torch.arange(len(ids) - 1)
        hidden[places, places] = mask
        with torch.no_grad():
            logits = model(input_ids=hidden).logits[places, places]
        right += int((logits.argmax(-1) == ids[:-1]).sum())
        all_of_them += len(ids) - 1
    return right / all_of_them


def vector(model: PreTrainedModel, tokenizer: Tokenizer, text: str) -> list[float]:
    ids = torch.tensor([tokenizer.encode(text).ids])
    with torch.no_grad():
        return embedded(model, ids, torch.ones_like(ids))[0].tolist()


def golden_vectors(model: PreTrainedModel, tokenizer: Tokenizer, texts: list[str]) -> dict[str, Any]:
    return {
        "transformers": transformers.__version__,
        "rows": [
            {
                "text": text,
                "ids": tokenizer.encode(text).ids,
                "vector": [round(value, 6) for value in vector(model, tokenizer, text)],
            }
            for text in texts
        ],
    }


def found(model: PreTrainedModel, tokenizer: Tokenizer, pairs: list[list[str]]) -> float:
    """The share of texts whose nearest among all second texts is their own."""
    first, second = (
        np.array([vector(model, tokenizer, pair[side]) for pair in pairs], np.float32) for side in (0, 1)
    )
    return float(np.mean((first @ second.T).argmax(1) == np.arange(len(pairs))))


def compare(model: PreTrainedModel, tokenizer: Tokenizer, folder: Path, texts: list[str]) -> None:
    """Feeds the model's own answer to the export, step by step; the logits must agree."""
    _, count, width = shape_of(model)
    encoder, decoder = (
        onnxruntime.InferenceSession(str(folder / "onnx" / f"{part}_quantized.onnx"))
        for part in ("encoder_model", "decoder_model_merged")
    )
    worst = 0.0
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids])
        mask = np.ones_like(ids)
        (hidden,) = encoder.run(None, {"input_ids": ids, "attention_mask": mask})
        answer = [model.config.decoder_start_token_id, *generate(model, tokenizer, text, num_beams=1)[0]]
        with torch.no_grad():
            expected = model(
                input_ids=torch.tensor(ids), decoder_input_ids=torch.tensor([answer])
            ).logits.numpy()
        names = [value.name for value in decoder.get_inputs() if value.name.startswith("past")]
        past = {name: np.zeros((1, count, 0, width), np.float32) for name in names}
        for at, token in enumerate(answer):
            outputs = decoder.run(
                None,
                {
                    "encoder_attention_mask": mask,
                    "encoder_hidden_states": hidden,
                    "input_ids": np.array([[token]]),
                    "use_cache_branch": np.array([at > 0]),
                    **past,
                },
            )
            past = dict(zip(names, outputs[1:], strict=True))
            worst = max(worst, float(np.abs(outputs[0][0, 0] - expected[0, at]).max()))
    print(f"{folder.name}: logits differ from the model's by {worst:.2g} at most over {len(texts)} texts")
    if worst > 1e-3:
        raise SystemExit("the export does not compute what the model computes")


def describe(name: str, model: PreTrainedModel, tokenizer: Tokenizer, learned: Path, folder: Path) -> None:
    config = json.loads((learned / "config.json").read_text(encoding="utf-8"))
    write(folder / "config.json", config)
    tokenizer.save(str(folder / "tokenizer.json"))
    family = {"marian": "MarianTokenizer", "t5": "T5Tokenizer"}.get(
        model.config.model_type, "PreTrainedTokenizerFast"
    )
    languages = RECIPES[name].languages
    write(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": family,
            "model_max_length": LONGEST,
            "eos_token": EOS,
            "pad_token": PAD,
            "unk_token": UNKNOWN,
            **({"mask_token": MASK} if name.endswith("mask") else {}),
            "clean_up_tokenization_spaces": False,
            **(dict(zip(("source_lang", "target_lang"), languages, strict=True)) if languages else {}),
        },
    )
    if model.config.model_type != "bert":
        write(
            folder / "generation_config.json",
            {"decoder_start_token_id": 2, "eos_token_id": 0, "pad_token_id": 2, "bad_words_ids": [[2]]},
        )


def write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent="\t") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
