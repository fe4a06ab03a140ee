"""Weights as 8-bit integers with a scale for each row or column, and arithmetic in 32-bit floats.

Dynamic quantisation takes its scales from all rows of a batch, so that a row's result depends on its
neighbours; here only the stored weights are integers.
"""

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from transformers import PreTrainedModel

SMALLEST = 1024


def scale_of(weight: np.ndarray, axis: int) -> np.ndarray:
    other = tuple(at for at in range(weight.ndim) if at != axis)
    largest = np.abs(weight).max(axis=other)
    return np.where(largest == 0, 1, largest / 127).astype(np.float32)


def round_weights(model: PreTrainedModel) -> None:
    """Rounds each matrix to what its integers stand for, so that the model computes what its export does."""
    seen: set[int] = set()
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.ndim != 2 or parameter.numel() < SMALLEST or parameter.data_ptr() in seen:
                continue
            seen.add(parameter.data_ptr())
            scale = torch.from_numpy(scale_of(parameter.numpy(), 0))[:, None]
            parameter.copy_(torch.clamp(torch.round(parameter / scale), -127, 127) * scale)


def pack_weights(graph: onnx.GraphProto) -> None:
    """Exchanges each large matrix for its integers and their scales. The matrix must have been rounded.

    A runtime multiplies them when it loads the graph. It would take a DequantizeLinear for leave to round the
    activations too, which moved outputs by 0.008 where this moves none.
    """
    kept, nodes = [], []
    for initializer in graph.initializer:
        value = numpy_helper.to_array(initializer)
        if initializer.data_type != TensorProto.FLOAT or value.ndim != 2 or value.size < SMALLEST:
            kept.append(initializer)
            continue
        # The export may have turned a matrix over; the side that was rounded gives whole numbers.
        axis = min((0, 1), key=lambda at: error_of(value, at))
        scale = scale_of(value, axis)
        whole = np.rint(value / np.expand_dims(scale, 1 - axis)).astype(np.int8)
        name = initializer.name
        kept.append(numpy_helper.from_array(whole, f"{name}_whole"))
        kept.append(numpy_helper.from_array(np.expand_dims(scale, 1 - axis), f"{name}_scale"))
        nodes.append(helper.make_node("Cast", [f"{name}_whole"], [f"{name}_float"], to=TensorProto.FLOAT))
        nodes.append(helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [name]))
    del graph.initializer[:]
    graph.initializer.extend(kept)
    all_nodes = [*nodes, *graph.node]
    del graph.node[:]
    graph.node.extend(all_nodes)


def error_of(value: np.ndarray, axis: int) -> float:
    scaled = value / np.expand_dims(scale_of(value, axis), 1 - axis)
    return float(np.abs(scaled - np.rint(scaled)).max())
