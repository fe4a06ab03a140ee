"""LoRA adapters on a frozen base."""

import difflib

import peft
from torch import nn
from transformers import PreTrainedModel
from transformers.pytorch_utils import Conv1D

from .faults import Fault, raise_all
from .seeds import WEIGHTS, seed_torch
from .specification import ALL_LINEAR, Lora


def adapted(model: PreTrainedModel, lora: Lora, *, seed: int, classifies: bool) -> nn.Module:
    """Freezes the base and adds adapters to the named layers; the head of a classifier learns in full."""
    raise_all(target_faults(model, lora))
    heads = heads_of(model) if classifies else []
    config = peft.LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,  # type: ignore[arg-type] # PEFT divides it by the rank and takes any number.
        lora_dropout=lora.dropout,
        target_modules=lora.targets if isinstance(lora.targets, str) else list(lora.targets),
        task_type=peft.TaskType.SEQ_CLS if classifies else peft.TaskType.CAUSAL_LM,
        modules_to_save=heads or None,
        exclude_modules="|".join(rf"{name}(\..*)?" for name in heads) or None,
        bias="none",
    )
    seed_torch(seed, WEIGHTS, 1)
    try:
        return peft.get_peft_model(model, config)
    except (ValueError, TypeError, KeyError, RuntimeError) as error:
        kind = model.config.model_type
        raise Fault(
            f"Adapters cannot be added to a base of the type {kind}: {str(error).rstrip('.')}."
        ) from error


def heads_of(model: PreTrainedModel) -> list[str]:
    """The modules beside the body, which are new in a classifier."""
    return [
        name
        for name, module in model.named_children()
        if name != model.base_model_prefix and any(True for _ in module.parameters())
    ]


def target_faults(model: PreTrainedModel, lora: Lora) -> list[str]:
    if lora.targets == ALL_LINEAR:
        return []
    linear = {
        name.rpartition(".")[2]
        for name, module in model.named_modules()
        if isinstance(module, nn.Linear | Conv1D)
    }
    faults = []
    for target in lora.targets:
        if target not in linear:
            near = difflib.get_close_matches(target, sorted(linear), 1, 0)
            faults.append(
                f"The base has no linear layer {target} for recipe.method.targets; the nearest is {near[0]} "
                f"among {', '.join(sorted(linear))}."
            )
    return faults
