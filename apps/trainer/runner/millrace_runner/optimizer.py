"""AdamW with decay on matrices only, and its state as named tensors."""

from collections.abc import Iterator

import torch
from torch import Tensor, nn

from .faults import Fault
from .specification import Optimizer

STATE = ("exp_avg", "exp_avg_sq", "step")


def trainable(model: nn.Module) -> dict[str, nn.Parameter]:
    """The parameters that learn, by name; a tied one occurs once."""
    return {name: parameter for name, parameter in model.named_parameters() if parameter.requires_grad}


def make_optimizer(model: nn.Module, settings: Optimizer) -> torch.optim.AdamW:
    parameters = trainable(model).values()
    groups = [
        {"params": [p for p in parameters if p.dim() >= 2], "weight_decay": settings.weight_decay},
        {"params": [p for p in parameters if p.dim() < 2], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(
        [group for group in groups if group["params"]],
        lr=settings.learning_rate,
        betas=settings.betas,
        eps=settings.epsilon,
        fused=True,
    )


def optimizer_tensors(model: nn.Module, optimizer: torch.optim.Optimizer) -> dict[str, Tensor]:
    """The optimizer's state under `<what>/<parameter>`."""
    return {
        f"{what}/{name}": optimizer.state[parameter][what].detach().cpu().contiguous()
        for name, parameter in trainable(model).items()
        for what in STATE
        if parameter in optimizer.state
    }


def restore_optimizer(model: nn.Module, optimizer: torch.optim.Optimizer, tensors: dict[str, Tensor]) -> None:
    expected = {f"{what}/{name}" for name in trainable(model) for what in STATE}
    if different := expected ^ tensors.keys():
        raise Fault(
            f"The optimizer's state has other tensors than the model: {', '.join(sorted(different)[:5])}."
        )
    for name, parameter in trainable(model).items():
        step, *moments = (tensors[f"{what}/{name}"] for what in ("step", "exp_avg", "exp_avg_sq"))
        first, second = (moment.to(parameter.device, parameter.dtype) for moment in moments)
        # A fused optimizer counts its steps beside the parameter.
        optimizer.state[parameter] = {
            "step": step.to(parameter.device),
            "exp_avg": first,
            "exp_avg_sq": second,
        }


def parameters_of(optimizer: torch.optim.Optimizer) -> Iterator[nn.Parameter]:
    for group in optimizer.param_groups:
        yield from group["params"]
