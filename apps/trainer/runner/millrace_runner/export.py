"""The result: a folder that transformers loads, or an adapter that PEFT loads onto the base as it was."""

import shutil
from pathlib import Path

import peft
import torch
from safetensors import SafetensorError
from torch import nn
from transformers import PreTrainedModel

from .base_folder import SIDE_FILES, BaseFolder
from .faults import Fault
from .files import reason, write_folder


def export_final(output: Path, model: nn.Module, base: BaseFolder, precision: torch.dtype) -> Path:
    """Writes output/final; its tokenizer files are the base's, byte for byte."""
    final = output / "final"

    def fill(folder: Path) -> None:
        if isinstance(model, peft.PeftModel):
            # The base is named by the folder that was trained on, and no card is written for it.
            model.peft_config["default"].base_model_name_or_path = str(base.folder)
            model.save_pretrained(str(folder), safe_serialization=True)
            (folder / "README.md").unlink(missing_ok=True)
        elif isinstance(model, PreTrainedModel):
            torch.nn.Module.to(model, final_dtype(base, precision))
            model.save_pretrained(str(folder))
        for name in SIDE_FILES:
            if (base.folder / name).is_file():
                shutil.copyfile(base.folder / name, folder / name)

    try:
        write_folder(final, fill)
    except (OSError, SafetensorError) as error:
        raise Fault(
            f"The trained model could not be written to {final}: {reason(error)}; "
            "the last checkpoint holds it. Free space and start the run again: it continues there."
        ) from error
    return final


def final_dtype(base: BaseFolder, precision: torch.dtype) -> torch.dtype:
    """A run in bfloat16 gives back the dtype that the base came in; a run in float32 gives float32."""
    named = base.config.get("dtype", base.config.get("torch_dtype"))
    known = {"bfloat16": torch.bfloat16, "float16": torch.float16}
    return known.get(str(named), torch.float32) if precision == torch.bfloat16 else torch.float32
