"""Makes cost.json with PyTorch 2.15 and fvcore 0.1.5: python make.py. Needs torch, fvcore, safetensors.

For each layer of ../layers/layers.json: `saved`, the bytes that autograd keeps for the backward pass in training (each
storage once, parameters and buffers left out), and `fvcore`, fvcore's count of the forward pass in evaluation.
"""
import json
import logging
import re
from pathlib import Path

import torch
from fvcore.nn import FlopCountAnalysis
from safetensors.torch import load_file
from torch import nn

logging.disable(logging.CRITICAL)
here = Path(__file__).parent


def snake(name):
    return re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), name)


def tupled(value):
    return tuple(value) if isinstance(value, list) else value


def measured(x, kind, arguments, options):
    layer = getattr(nn, kind)(*map(tupled, arguments), **{snake(k): tupled(v) for k, v in options.items()})
    own = {t.untyped_storage().data_ptr() for t in [*layer.parameters(), *layer.buffers()]}
    saved = {}

    def keep(tensor):
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in own:
            saved[storage.data_ptr()] = (storage.nbytes(), tensor)
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        output = layer(x)
    del output
    count = FlopCountAnalysis(layer.eval(), x).total()
    return {"saved": sum(size for size, _ in saved.values()), "fvcore": count}


CASES = json.loads((here.parent / "layers" / "layers.json").read_text())
INPUTS = load_file(here.parent / "layers" / "layers.safetensors")
result = {}
for name, case in CASES.items():
    x = INPUTS[f"{name}/input"]
    if case["layer"] == "Embedding":
        x = x.long()
    else:
        x.requires_grad_()
    result[name] = measured(x, case["layer"], case["arguments"], case["options"])
lines = ",\n".join(f' "{name}": {json.dumps(value)}' for name, value in result.items())
(here / "cost.json").write_text(f"{{\n{lines}\n}}\n")
