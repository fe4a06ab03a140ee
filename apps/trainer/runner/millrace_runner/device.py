"""The device, its name, and the settings that make CPU runs repeat bit for bit."""

import platform
from pathlib import Path

import torch

CPU_THREADS = 1


def choose_device() -> torch.device:
    """The first CUDA GPU, else the CPU with one thread and deterministic kernels only."""
    if torch.cuda.is_available():
        # What autocast leaves in float32 may use TF32; the recipe's float32 turns it off again.
        torch.set_float32_matmul_precision("high")
        return torch.device("cuda", 0)
    # The number of threads decides the order of sums, so it may not follow the machine.
    torch.set_num_threads(CPU_THREADS)
    torch.use_deterministic_algorithms(True)
    return torch.device("cpu")


def choose_precision(wanted: str, device: torch.device) -> torch.dtype:
    """The dtype of the matrix products; `auto` is bfloat16 on CUDA and float32 on CPU."""
    if wanted == "bfloat16" or (wanted == "auto" and device.type == "cuda"):
        return torch.bfloat16
    torch.set_float32_matmul_precision("highest")
    return torch.float32


def device_name(device: torch.device) -> str:
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return f"CPU ({processor_name()})"


def processor_name() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return next(iter(names), "") or platform.processor() or platform.machine()
