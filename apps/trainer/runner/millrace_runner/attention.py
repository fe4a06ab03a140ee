"""Attention inside documents only: by mask on every device, by variable-length kernels on a CUDA GPU."""

from collections.abc import Callable

import torch
from torch import Tensor
from transformers import PreTrainedModel
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from .faults import Fault

VARLEN = "millrace_varlen"
LARGEST_HEAD = 256

Kernel = Callable[..., object]


def choose_attention(device: torch.device, precision: torch.dtype) -> str:
    """`auto`: the variable-length kernel where it exists, attention by mask elsewhere."""
    if (
        device.type != "cuda"
        or precision != torch.bfloat16
        or torch.cuda.get_device_capability(device) < (8, 0)
    ):
        return "sdpa"
    try:
        from torch.nn.attention.varlen import varlen_attn  # noqa: PLC0415
    except ImportError:
        return "sdpa"
    register(varlen_attn)
    return VARLEN


def register(kernel: Kernel) -> None:
    """Makes a kernel with the signature of torch's `varlen_attn` known to transformers under our name."""

    def attend(  # noqa: PLR0913 # The signature is that of transformers.
        module: torch.nn.Module,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        _mask: Tensor | None,
        *,
        scaling: float | None = None,
        dropout: float = 0.0,
        cu_seq_lens_q: Tensor | None = None,
        max_length_q: int | None = None,
        sliding_window: int | None = None,
        **others: object,
    ) -> tuple[Tensor, None]:
        if cu_seq_lens_q is None:
            raise Fault("The base does not hand the borders of documents to its attention.")
        if dropout or any(others.get(name) is not None for name in ("softcap", "position_bias", "s_aux")):
            raise Fault(f"The attention of {type(module).__name__} has a part that the kernel lacks.")
        if query.shape[-1] > LARGEST_HEAD:
            raise Fault(f"The heads of {type(module).__name__} are wider than {LARGEST_HEAD}.")
        # Rotary embeddings are computed in float32 under autocast, and the kernel takes half precision only.
        wanted = (
            torch.get_autocast_dtype(query.device.type)
            if torch.is_autocast_enabled(query.device.type)
            else None
        )
        heads = [tensor[0].transpose(0, 1).to(wanted or tensor.dtype) for tensor in (query, key, value)]
        result = kernel(
            *heads,
            cu_seq_lens_q,
            cu_seq_lens_q,
            max_length_q,
            max_length_q,
            scale=scaling,
            window_size=(-1 if sliding_window is None else sliding_window - 1, 0),
            enable_gqa=key.shape[1] != query.shape[1],
        )
        if not isinstance(result, Tensor):
            raise Fault("The attention kernel gives more than its output.")
        return result.unsqueeze(0), None

    ALL_ATTENTION_FUNCTIONS.register(VARLEN, attend)


def use_attention(model: PreTrainedModel, name: str) -> None:
    model.set_attn_implementation(name)
