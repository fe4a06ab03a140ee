"""The base: a local folder in the layout of Hugging Face, looked at before anything is loaded."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .faults import Fault, raise_all
from .files import sha256_of

SIDE_FILES = (
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "vocab.txt",
    "merges.txt",
    "spiece.model",
    "tokenizer.model",
    "chat_template.jinja",
    "chat_template.json",
    "generation_config.json",
)


@dataclass(frozen=True)
class BaseFolder:
    """What a base folder says of itself."""

    folder: Path
    config: dict[str, Any]
    tokenizer_sha256: str
    special: dict[str, frozenset[int]]

    @property
    def end_ids(self) -> frozenset[int]:
        return self.special["eos"]

    def special_id(self, name: str) -> int | None:
        return min(self.special[name], default=None)


def read_base(folder: Path) -> BaseFolder:
    """Reads a base folder; one `Fault` lists everything that is missing."""
    raise_all([sentence] if (sentence := missing_sentence(folder)) else [])
    config = read_json(folder / "config.json")
    tokenizer = read_json(folder / "tokenizer.json")
    settings = (
        read_json(folder / "tokenizer_config.json") if (folder / "tokenizer_config.json").is_file() else {}
    )
    generation = folder / "generation_config.json"
    sources = [config, read_json(generation) if generation.is_file() else {}]
    ids = vocabulary(tokenizer)
    special = {
        name: frozenset(token for source in sources for token in listed(source.get(f"{name}_token_id")))
        | frozenset(ids[text] for text in [token_text(settings.get(f"{name}_token"))] if text in ids)
        for name in ("bos", "eos", "pad")
    }
    return BaseFolder(folder, config, sha256_of(folder / "tokenizer.json"), special)


def missing_sentence(folder: Path) -> str:
    if not folder.is_dir():
        return f"The base folder {folder} does not exist; give the folder of a Hugging Face model."
    missing = [name for name in ("config.json", "tokenizer.json") if not (folder / name).is_file()]
    index = folder / "model.safetensors.index.json"
    if index.is_file():
        parts = read_json(index).get("weight_map")
        named = sorted(set(parts.values())) if isinstance(parts, dict) else []
        missing += [name for name in named or ["the parts of " + index.name] if not (folder / name).is_file()]
    elif not (folder / "model.safetensors").is_file():
        pickled = next(iter(sorted(folder.glob("*.bin"))), None)
        hint = f" ({pickled.name} is a pickle, which is never read: convert it)" if pickled else ""
        missing.append("model.safetensors" + hint)
    if not missing:
        return ""
    return f"The base folder {folder} lacks {', '.join(missing)}; give a whole Hugging Face folder."


def read_json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise Fault(f"The base file {path} must be JSON: {error}.") from error
    if not isinstance(value, dict):
        raise Fault(f"The base file {path} must hold a JSON object; it holds {type(value).__name__}.")
    return value


def vocabulary(tokenizer: dict[str, Any]) -> dict[str, int]:
    """Ids of the tokens that a tokenizer file adds by name: the special ones are among them."""
    added = tokenizer.get("added_tokens")
    return {
        token["content"]: token["id"] for token in added or [] if isinstance(token, dict) and "id" in token
    }


def token_text(value: object) -> str:
    content = value.get("content") if isinstance(value, dict) else value
    return content if isinstance(content, str) else ""


def listed(value: object) -> list[int]:
    return [token for token in (value if isinstance(value, list) else [value]) if isinstance(token, int)]


def check_base(base: BaseFolder, expected: str) -> None:
    """A run continues only on the base that it was planned for."""
    if (found := base_sha256(base.folder)) != expected:
        raise Fault(
            f"The base {base.folder} is not the one that was planned: its hash must be {expected}, "
            f"found {found}; plan the run again."
        )


def base_sha256(folder: Path) -> str:
    """SHA-256 of the lines "<hash>  <name>" of config.json, tokenizer.json and the weights, by name."""
    names = sorted({"config.json", "tokenizer.json"} | {path.name for path in folder.glob("*.safetensors")})
    lines = "".join(f"{sha256_of(folder / name)}  {name}\n" for name in names)
    return hashlib.sha256(lines.encode()).hexdigest()
