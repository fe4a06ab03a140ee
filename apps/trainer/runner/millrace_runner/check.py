"""What this environment can do, as JSON."""

import json
import platform
from importlib.metadata import version

import torch

from .device import device_name


def print_check() -> int:
    device = torch.device("cuda", 0) if torch.cuda.is_available() else torch.device("cpu")
    found = {
        "python": platform.python_version(),
        "torch": version("torch"),
        "transformers": version("transformers"),
        "cuda": device.type == "cuda",
        "device": device_name(device),
    }
    print(json.dumps(found))
    return 0
