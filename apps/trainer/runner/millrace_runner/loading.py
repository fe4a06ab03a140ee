"""From a base folder to a model that learns: the objective's head, adapters, dtypes."""

from pathlib import Path
from typing import Any

import peft
import torch
from torch import nn
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForSequenceClassification,
    PretrainedConfig,
    PreTrainedModel,
)
from transformers.models.auto.modeling_auto import (
    MODEL_FOR_CAUSAL_LM_MAPPING,
    MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING,
)

from .base_folder import BaseFolder
from .faults import Fault, raise_all
from .lora import adapted
from .seeds import WEIGHTS, seed_torch
from .specification import Recipe


def read_config(base: BaseFolder, recipe: Recipe) -> PretrainedConfig:
    """The base's configuration, made fit for the objective; a `Fault` says why it cannot be."""
    try:
        config = AutoConfig.from_pretrained(base.folder, local_files_only=True, trust_remote_code=False)
    except Exception as error:
        raise Fault(
            f"The base {base.folder} has a config.json that transformers cannot read: {error}."
        ) from error
    faults = []
    longest = getattr(config.get_text_config(), "max_position_embeddings", None)
    if isinstance(longest, int) and 0 < longest < recipe.context:
        faults.append(
            f"The recipe's context of {recipe.context} tokens is longer than the {longest} positions of the "
            f"base {base.folder}; lower the context or choose another base."
        )
    classifies = recipe.objective == "classification"
    known = MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING if classifies else MODEL_FOR_CAUSAL_LM_MAPPING
    if type(config) not in known:
        faults.append(
            f"The base {base.folder} is of the type {config.model_type}, which cannot do {recipe.objective}."
        )
    if classifies:
        faults += label_faults(config, base, recipe)
    raise_all(faults)
    return fit_for_classes(config, base, recipe) if classifies else config


def label_faults(config: PretrainedConfig, base: BaseFolder, recipe: Recipe) -> list[str]:
    """A base that already classifies must know the same classes in the same order."""
    if not any("SequenceClassification" in name for name in config.architectures or []):
        return []
    labels = [label for _, label in sorted((config.id2label or {}).items(), key=lambda item: int(item[0]))]
    generic = labels == [f"LABEL_{index}" for index in range(len(labels))]
    if tuple(labels) == recipe.labels or (generic and len(labels) == len(recipe.labels)):
        return []
    return [
        f"The base {base.folder} classifies {', '.join(labels)}; the recipe's labels are "
        f"{', '.join(recipe.labels)}: they must be equal in order, or the base must have no classes yet."
    ]


def fit_for_classes(config: PretrainedConfig, base: BaseFolder, recipe: Recipe) -> PretrainedConfig:
    config.id2label = dict(enumerate(recipe.labels))
    config.label2id = {label: index for index, label in enumerate(recipe.labels)}
    config.problem_type = "single_label_classification"
    pad = base.special_id("pad")
    pad = base.special_id("eos") if pad is None else pad
    if pad is None:
        raise Fault(
            f"The base {base.folder} names neither a padding nor an end token; rows cannot be padded."
        )
    config.get_text_config().pad_token_id = pad
    return config


def load_base(
    config: PretrainedConfig, base: BaseFolder, recipe: Recipe, dtype: torch.dtype
) -> PreTrainedModel:
    """Loads weights from safetensors alone; only a new head may be missing in them."""
    seed_torch(recipe.seed, WEIGHTS)
    model, loading = load(recipe.objective, base.folder, config, dtype)
    if loading["mismatched_keys"]:
        raise Fault(f"The base {base.folder} has weights of other shapes than its config.json says.")
    inside = f"{model.base_model_prefix}."
    may_be_new = recipe.objective == "classification"
    missing = sorted(
        key
        for key in loading["missing_keys"]
        if not (may_be_new and (not key.startswith(inside) or "pooler" in key))
    )
    if missing:
        raise Fault(
            f"The weights of the base {base.folder} lack {len(missing)} tensors, such as {missing[0]}."
        )
    if recipe.recompute:
        model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
    return model


def load(
    objective: str, folder: Path, config: PretrainedConfig, dtype: torch.dtype
) -> tuple[PreTrainedModel, dict[str, list[str]]]:
    """The model and what was missing or unexpected in its files."""
    kind: Any = AutoModelForSequenceClassification if objective == "classification" else AutoModelForCausalLM

    def read(attention: str) -> tuple[PreTrainedModel, dict[str, list[str]]]:
        model, loading = kind.from_pretrained(
            folder,
            config=config,
            dtype=dtype,
            attn_implementation=attention,
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
        return model, {
            name: sorted(map(str, keys)) for name, keys in loading.items() if name.endswith("_keys")
        }

    try:
        try:
            return read("sdpa")
        except ValueError as error:
            # A base without the fused form of attention by mask gets the plain one.
            if "scaled_dot_product" not in str(error):
                raise
            return read("eager")
    except (torch.OutOfMemoryError, MemoryError):
        raise
    except Exception as error:
        raise Fault(f"The base {folder} cannot be loaded: {error}.") from error


def make_trainable(model: PreTrainedModel, recipe: Recipe) -> nn.Module:
    """The model with adapters, or itself when it learns in full; what learns is float32."""
    classifies = recipe.objective == "classification"
    lora = recipe.lora
    learning = adapted(model, lora, seed=recipe.seed, classifies=classifies) if lora else model
    for parameter in learning.parameters():
        if parameter.requires_grad:
            parameter.data = parameter.data.float()
    return learning


def weights_dtype(recipe: Recipe, precision: torch.dtype) -> torch.dtype:
    """Frozen weights may rest in bfloat16; weights that learn are float32, as AdamW needs them."""
    return precision if recipe.lora is not None else torch.float32


def is_adapted(model: nn.Module) -> bool:
    return isinstance(model, peft.PeftModel)
