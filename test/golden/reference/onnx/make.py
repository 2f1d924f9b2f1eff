"""PyTorch's own ONNX export of gMLP: the nodes that onnxruntime's basic optimisation leaves of it, one small model, and the
default one without its weights, for its speed.

Made with torch 2.5.1, onnx 1.23.2 and onnxruntime 1.32.0: python make.py
"""
import json
import pathlib
import sys

import onnx
import onnxruntime as ort
import torch
from safetensors.torch import load_file

here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here.parent))
from reference_models import gMLPForImageClassification as gMLP  # noqa: E402

sizes = {
    "tiny": dict(image_size=32, patch_size=8, num_classes=10, d_model=16, d_ffn=24, seq_len=16, num_layers=2),
    "seed": dict(num_layers=1),
    "default": {},
}


def nodes_after_basic_optimisation(path):
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(here / "optimised.tmp")
    ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    count = len(onnx.load(options.optimized_model_filepath).graph.node)
    pathlib.Path(options.optimized_model_filepath).unlink()
    return count


def without_weights(path, to):
    """Long weights are left out; whoever runs the model fills them."""
    model = onnx.load(path)
    for initializer in model.graph.initializer:
        if len(initializer.raw_data) > 4096:
            initializer.ClearField("raw_data")
    onnx.save(model, to)


counts = {}
for name, size in sizes.items():
    model = gMLP(**size).eval()
    if name == "tiny":
        model.load_state_dict(load_file(here.parent / "tiny" / "weights.safetensors"))
    side = size.get("image_size", 256)
    counts[name] = {}
    for opset in (17, 20):
        path = str(here / ("tiny.onnx" if name == "tiny" and opset == 20 else "export.tmp"))
        torch.onnx.export(
            model, (torch.randn(2, 3, side, side),), path, opset_version=opset, input_names=["x"],
            output_names=["output"],
        )
        counts[name][opset] = nodes_after_basic_optimisation(path)
        if name == "default" and opset == 20:
            without_weights(path, str(here / "default.onnx"))
        if path.endswith(".tmp"):
            pathlib.Path(path).unlink()
(here / "nodes.json").write_text(json.dumps(counts) + "\n")
