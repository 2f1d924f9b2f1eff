"""Checks ONNX models and runs them in onnxruntime.

In:  [{"path": a model's file, "feeds": [{"shape", "values"}], "fetches": [name], "run": whether to run it}]
Out: [{"nodes": number, "outputs": [{"shape", "values", "whole": whether they are no floats}]} or {"error": text}]
"""
import json
import sys

import numpy as np
import onnx
import onnxruntime as ort

ort.set_default_logger_severity(3)


def number(value):
    words = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
    return words.get(str(value), value)


def dims(value):
    return [d.dim_value if d.HasField("dim_value") else (d.dim_param or None) for d in value.type.tensor_type.shape.dim]


def differences(model):
    """Where shape inference finds another shape or dtype than the model has written down."""
    written = {v.name: v for v in [*model.graph.value_info, *model.graph.output]}
    bare = onnx.ModelProto()
    bare.CopyFrom(model)
    del bare.graph.value_info[:]
    found = onnx.shape_inference.infer_shapes(bare, check_type=True, strict_mode=True, data_prop=True)
    wrong = []
    for value in [*found.graph.value_info, *found.graph.output]:
        ours = written.get(value.name)
        if ours is None:
            continue
        if ours.type.tensor_type.elem_type != value.type.tensor_type.elem_type:
            wrong.append(f"{value.name} has another dtype")
        if not value.type.tensor_type.HasField("shape"):
            continue
        a, b = dims(ours), dims(value)
        if len(a) != len(b) or any(isinstance(x, int) and isinstance(y, int) and x != y for x, y in zip(a, b)):
            wrong.append(f"{value.name} is {a}, inferred as {b}")
    return wrong


def run(case):
    path = case["path"]
    try:
        onnx.checker.check_model(path, full_check=True)
        model = onnx.load(path, load_external_data=False)
        wrong = differences(model) if case.get("infer", True) else []
        if wrong:
            return {"error": "; ".join(wrong[:3])}
        session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
    except Exception as error:
        return {"error": f"{type(error).__name__}: {str(error)[:600]}"}
    types = {
        "tensor(float)": np.float32, "tensor(int32)": np.int32, "tensor(bool)": np.bool_,
        "tensor(int64)": np.int64, "tensor(string)": np.object_, "tensor(double)": np.float64,
    }
    feeds = {
        spec.name: np.array(value["values"], types[spec.type]).reshape(value["shape"])
        for spec, value in zip(session.get_inputs(), case["feeds"])
    }
    try:
        outputs = session.run(case.get("fetches"), feeds)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {str(error)[:600]}"}
    outputs = [np.asarray(output) for output in outputs]
    return {
        "nodes": len(model.graph.node),
        "outputs": [
            {"shape": list(o.shape), "values": [number(v) for v in o.ravel().tolist()], "whole": o.dtype.kind != "f"}
            for o in outputs
        ],
    }


json.dump([run(case) for case in json.load(sys.stdin)], sys.stdout)
