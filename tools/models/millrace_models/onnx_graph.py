"""ONNX graphs of torch modules, and two of them as one."""

import io
from collections.abc import Sequence

import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn

OPSET = 17


def traced(
    module: nn.Module,
    arguments: tuple[Tensor, ...],
    inputs: Sequence[str],
    outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
) -> onnx.ModelProto:
    target = io.BytesIO()
    with torch.no_grad():
        torch.onnx.export(
            module.eval(),
            arguments,
            target,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    return onnx.load_from_string(target.getvalue())


def merged(first: onnx.GraphProto, later: onnx.GraphProto) -> onnx.ModelProto:
    """A graph of both steps, of which the input `use_cache_branch` takes one; equal weights are held once."""
    weights: dict[bytes, str] = {}
    held = []
    for prefix, graph in (("first.", first), ("later.", later)):
        names: dict[str, str] = {}
        for initializer in graph.initializer:
            name = initializer.name
            initializer.name = ""
            key = initializer.SerializeToString()
            if key not in weights:
                weights[key] = initializer.name = prefix + name
                held.append(initializer)
            names[name] = weights[key]
        outer = {value.name for value in graph.input}
        for node in graph.node:
            node.name = prefix + node.name
            for at, name in enumerate(node.input):
                if name in names:
                    node.input[at] = names[name]
                elif name and name not in outer:
                    node.input[at] = prefix + name
            for at, name in enumerate(node.output):
                node.output[at] = prefix + name
        for value in graph.output:
            value.name = prefix + value.name
        del graph.initializer[:]
    inputs = {value.name: value for graph in (first, later) for value in graph.input}
    outputs = [value.name.removeprefix("later.") for value in later.output]
    branches = []
    for name, graph in (("first", first), ("later", later)):
        branch = onnx.GraphProto(name=name)
        branch.node.extend(graph.node)
        branch.output.extend(graph.output)
        branches.append(branch)
    choice = helper.make_node(
        "If", ["use_cache_branch"], outputs, name="choice", else_branch=branches[0], then_branch=branches[1]
    )
    result = helper.make_graph(
        [choice],
        "decoder",
        [
            *inputs.values(),
            helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1]),
        ],
        [
            onnx.ValueInfoProto(name=name, type=value.type)
            for name, value in zip(outputs, later.output, strict=True)
        ],
        held,
    )
    return helper.make_model(result, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
