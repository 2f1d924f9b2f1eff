"""Makes layers.json and layers.safetensors with PyTorch 2.15: python make.py. Needs torch, numpy, safetensors.

Each case: a layer of torch.nn, the arguments that build it here and there, and, for an input of the given shape, its
state before (`before.`), its output, the gradients of sum(output * probe) for the input and each parameter
(`gradient.`), and its state after (`after.`). In training the output is the second call's.
"""
import json
import re

import torch
from safetensors.torch import save_file
from torch import nn

CASES = {
    # name: (type, positional arguments, options, input shape, training)
    "linear": ("Linear", [5, 4], {}, [2, 3, 5], False),
    "linear_no_bias": ("Linear", [5, 4], {"bias": False}, [3, 5], False),
    "conv1d": ("Conv1d", [4, 6, 3], {}, [2, 4, 9], False),
    "conv1d_pointwise": ("Conv1d", [5, 5, 1], {}, [2, 5, 7], False),
    "conv1d_all": ("Conv1d", [4, 6, 3], {"stride": 2, "padding": 2, "dilation": 2, "groups": 2, "bias": False}, [2, 4, 11], False),
    "conv2d": ("Conv2d", [3, 4, 3], {}, [2, 3, 6, 7], False),
    "conv2d_patches": ("Conv2d", [3, 4, 4], {"stride": 4}, [1, 3, 8, 8], False),
    "conv2d_pairs": ("Conv2d", [2, 3, [2, 3]], {"stride": [2, 1], "padding": [0, 1]}, [2, 2, 6, 5], False),
    "conv2d_dilated": ("Conv2d", [2, 3, 3], {"dilation": 2, "padding": 2}, [1, 2, 7, 6], False),
    "conv2d_strided_dilated": ("Conv2d", [2, 3, 2], {"stride": 2, "dilation": [2, 3]}, [1, 2, 9, 9], False),
    "conv2d_groups": ("Conv2d", [4, 6, 3], {"groups": 2, "bias": False}, [1, 4, 5, 5], False),
    "conv2d_depthwise": ("Conv2d", [3, 6, 3], {"groups": 3, "padding": 1}, [1, 3, 5, 5], False),
    "layer_norm": ("LayerNorm", [6], {}, [2, 3, 6], False),
    "layer_norm_axes": ("LayerNorm", [[3, 4]], {"eps": 1e-3}, [2, 3, 4], False),
    "layer_norm_plain": ("LayerNorm", [4], {"elementwiseAffine": False}, [3, 4], False),
    "layer_norm_no_bias": ("LayerNorm", [4], {"bias": False}, [3, 4], False),
    "batch_norm1d": ("BatchNorm1d", [4], {}, [5, 4], False),
    "batch_norm1d_train": ("BatchNorm1d", [4], {}, [5, 4], True),
    "batch_norm1d_length": ("BatchNorm1d", [3], {"momentum": 0.3}, [2, 3, 5], True),
    "batch_norm1d_cumulative": ("BatchNorm1d", [3], {"momentum": None}, [4, 3], True),
    "batch_norm2d": ("BatchNorm2d", [3], {"eps": 1e-2}, [2, 3, 4, 2], False),
    "batch_norm2d_train": ("BatchNorm2d", [3], {"affine": False}, [2, 3, 4, 2], True),
    "batch_norm2d_untracked": ("BatchNorm2d", [3], {"trackRunningStats": False}, [2, 3, 4, 2], False),
    "embedding": ("Embedding", [7, 3], {}, [2, 4], False),
    "relu": ("ReLU", [], {}, [3, 5], False),
    "gelu": ("GELU", [], {}, [3, 5], False),
    "identity": ("Identity", [], {}, [3, 5], False),
    "dropout": ("Dropout", [0.3], {}, [3, 5], False),
    "dropout2d": ("Dropout2d", [0.3], {}, [2, 3, 2, 2], False),
    "flatten": ("Flatten", [], {}, [2, 3, 4, 5], False),
    "flatten_some": ("Flatten", [], {"startDim": 1, "endDim": 2}, [2, 3, 4, 5], False),
    "max_pool2d": ("MaxPool2d", [2], {}, [2, 3, 5, 7], False),
    "max_pool2d_padded": ("MaxPool2d", [3], {"stride": 2, "padding": 1}, [1, 2, 6, 7], False),
    "max_pool2d_ceil": ("MaxPool2d", [[3, 2]], {"stride": [2, 3], "ceilMode": True}, [1, 2, 6, 7], False),
    "avg_pool2d": ("AvgPool2d", [2], {}, [2, 3, 5, 7], False),
    "avg_pool2d_padded": ("AvgPool2d", [3], {"stride": 2, "padding": 1}, [1, 2, 6, 7], False),
    "avg_pool2d_uncounted": ("AvgPool2d", [3], {"stride": 2, "padding": 1, "countIncludePad": False}, [1, 2, 6, 7], False),
    "avg_pool2d_ceil": ("AvgPool2d", [[3, 2]], {"stride": [2, 3], "padding": 1, "ceilMode": True}, [1, 2, 6, 7], False),
    "avg_pool2d_ceil_uncounted": ("AvgPool2d", [3], {"stride": 3, "padding": 1, "ceilMode": True, "countIncludePad": False}, [1, 1, 6, 7], False),
    "adaptive_avg_pool2d": ("AdaptiveAvgPool2d", [[3, 2]], {}, [1, 2, 7, 5], False),
    "adaptive_avg_pool2d_one": ("AdaptiveAvgPool2d", [1], {}, [2, 3, 4, 5], False),
}


def snake(name):
    return re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), name)


def tupled(value):
    return tuple(value) if isinstance(value, list) else value


tensors, index = {}, {}
for name, (kind, arguments, options, shape, training) in CASES.items():
    torch.manual_seed(len(index))
    layer = getattr(nn, kind)(*map(tupled, arguments), **{snake(k): tupled(v) for k, v in options.items()})
    layer.train(training)
    with torch.no_grad():
        for key, value in layer.state_dict().items():
            if value.is_floating_point():
                value.copy_(torch.rand_like(value) + 0.5 if "var" in key else torch.randn_like(value))
    saved = {f"before.{k}": v.clone() for k, v in layer.state_dict().items()}
    x = torch.randint(0, 7, shape) if kind == "Embedding" else torch.randn(shape, requires_grad=True)
    if training:
        layer(x)
    output = layer(x)
    probe = torch.randn_like(output)
    (output * probe).sum().backward()
    saved |= {"input": x, "output": output, "probe": probe}
    if x.grad is not None:
        saved["gradient.input"] = x.grad
    saved |= {f"gradient.{k}": p.grad for k, p in layer.named_parameters()}
    saved |= {f"after.{k}": v for k, v in layer.state_dict().items()}
    tensors |= {f"{name}/{k}": v.detach().clone().contiguous() for k, v in saved.items()}
    index[name] = {"layer": kind, "arguments": arguments, "options": options, "training": training}

save_file(tensors, "layers.safetensors")
with open("layers.json", "w") as file:
    file.write("{\n" + ",\n".join(f" {json.dumps(k)}: {json.dumps(v)}" for k, v in index.items()) + "\n}\n")
