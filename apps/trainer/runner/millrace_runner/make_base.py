"""A tiny base on the spot: a random Llama with a given tokenizer, byte-equal for equal input."""

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from tokenizers import Tokenizer
from transformers import LlamaConfig, LlamaForCausalLM, LlamaForSequenceClassification

from .base_folder import base_sha256
from .faults import Fault, raise_all
from .fields import Fields, read_object
from .files import TEMPORARY, sha256_of, write_folder
from .seeds import WEIGHTS, seed_torch

# The names that public tokenizers give to the token's part, the most telling first.
ROLES = {
    "eos": (
        "<|endoftext|>",
        "</s>",
        "<|end_of_text|>",
        "<|im_end|>",
        "<|eot_id|>",
        "<eos>",
        "[EOS]",
        "[SEP]",
    ),
    "bos": ("<s>", "<|begin_of_text|>", "<|startoftext|>", "<bos>", "[BOS]", "[CLS]"),
    "pad": ("<pad>", "<|pad|>", "[PAD]", "<|padding|>", "<|finetune_right_pad_id|>"),
}


@dataclass(frozen=True)
class BaseRequest:
    folder: Path
    objective: str
    tokenizer: Path
    labels: tuple[str, ...]
    layers: int
    hidden: int
    heads: int
    context: int
    seed: int


def make_base_from(path: Path) -> int:
    """Makes the base that a JSON file asks for; a fault is a sentence on stderr and exit code 1."""
    try:
        request = read_request(read_object(path, "The request"))
        parameters = make_base(request)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    found = {"folder": str(request.folder), "sha256": base_sha256(request.folder), "parameters": parameters}
    print(json.dumps(found, ensure_ascii=False))
    return 0


def read_request(value: object) -> BaseRequest:
    faults: list[str] = []
    fields = Fields(value, "base", faults)
    objective = fields.choice("objective", "causal-lm", "classification")
    fields.known.append("labels")
    request = BaseRequest(
        folder=Path(fields.text("folder")),
        objective=objective,
        tokenizer=Path(fields.text("tokenizer")),
        labels=fields.texts("labels") if objective == "classification" else (),
        layers=fields.integer("layers", 1),
        hidden=fields.integer("hidden", 2),
        heads=fields.integer("heads", 1),
        context=fields.integer("context", 2),
        seed=fields.integer("seed", 0),
    )
    fields.close()
    if not request.folder.is_absolute() or not request.tokenizer.is_absolute():
        faults.append("base.folder and base.tokenizer must be absolute paths.")
    if request.hidden % (2 * request.heads):
        faults.append(
            f"base.hidden must be an even multiple of base.heads; it is {request.hidden}/{request.heads}."
        )
    raise_all(faults)
    return request


def make_base(request: BaseRequest) -> int:
    """Writes the folder in one step and says how many parameters it holds; an equal one is left as it is."""
    tokenizer = read_tokenizer(request.tokenizer)
    roles = {
        role: next((n for n in names if tokenizer.token_to_id(n) is not None), None)
        for role, names in ROLES.items()
    }
    roles["pad"] = roles["pad"] or roles["eos"]
    torch.set_num_threads(1)
    seed_torch(request.seed, WEIGHTS)
    model = make_model(request, tokenizer, roles)

    def fill(folder: Path) -> None:
        model.save_pretrained(str(folder))
        shutil.copyfile(request.tokenizer, folder / "tokenizer.json")
        settings = {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": request.context,
            "clean_up_tokenization_spaces": False,
            **{f"{role}_token": name for role, name in sorted(roles.items()) if name is not None},
        }
        text = json.dumps(settings, ensure_ascii=False, indent=2)
        (folder / "tokenizer_config.json").write_text(text + "\n", encoding="utf-8")

    try:
        write_new(request.folder, fill)
    except OSError as error:
        raise Fault(f"The base {request.folder} cannot be written: {error.strerror}.") from error
    return sum(parameter.numel() for parameter in model.parameters())


def read_tokenizer(path: Path) -> Tokenizer:
    try:
        return Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:
        # The library raises plain exceptions.
        raise Fault(f"The tokenizer {path} must be a Hugging Face tokenizer.json: {error}.") from error


def make_model(
    request: BaseRequest, tokenizer: Tokenizer, roles: dict[str, str | None]
) -> LlamaForCausalLM | LlamaForSequenceClassification:
    config = LlamaConfig(
        vocab_size=max(tokenizer.get_vocab(with_added_tokens=True).values(), default=0) + 1,
        hidden_size=request.hidden,
        intermediate_size=-(-request.hidden * 8 // 24) * 8,
        num_hidden_layers=request.layers,
        num_attention_heads=request.heads,
        num_key_value_heads=request.heads,
        max_position_embeddings=request.context,
        tie_word_embeddings=True,
    )
    for role, name in roles.items():
        setattr(config, f"{role}_token_id", tokenizer.token_to_id(name) if name else None)
    if request.objective == "causal-lm":
        return LlamaForCausalLM(config)
    config.id2label = dict(enumerate(request.labels))
    config.label2id = {label: index for index, label in enumerate(request.labels)}
    if config.pad_token_id is None:
        raise Fault(
            f"The tokenizer {request.tokenizer} has neither a padding nor an end token to pad rows with."
        )
    return LlamaForSequenceClassification(config)


def write_new(folder: Path, fill: Callable[[Path], None]) -> None:
    """Writes a folder that does not exist yet; one with equal files stays, one with others is a fault."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        write_folder(folder, fill)
        return
    with TemporaryDirectory(dir=folder.parent, prefix=TEMPORARY) as temporary:
        fill(Path(temporary))
        if hashes(Path(temporary)) != hashes(folder):
            raise Fault(
                f"The base folder {folder} exists and holds something else; remove it or choose another."
            )


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256_of(path) if path.is_file() else "" for path in folder.iterdir()}
