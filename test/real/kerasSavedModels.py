"""Runs SavedModels on named inputs; outputs come in the order of their names.

In:  [{"path", "inputs": [{"name", "shape", "data"}]}]
Out: [{"outputs": [{"name", "shape", "data"}]} or {"error": text}]
"""
import json
import sys

import numpy as np
import tensorflow as tf


def run(case):
    call = tf.saved_model.load(case["path"]).signatures["serving_default"]
    _, specs = call.structured_input_signature
    given = {tensor["name"]: tensor for tensor in case["inputs"]}
    if sorted(given) != sorted(specs):
        raise ValueError(f"the inputs are {sorted(specs)}, expected {sorted(given)}")
    fed = {
        name: tf.constant(np.array(tensor["data"], specs[name].dtype.as_numpy_dtype).reshape(tensor["shape"]))
        for name, tensor in given.items()
    }
    outputs = call(**fed)
    return [{"name": name, "shape": list(outputs[name].shape), "data": outputs[name].numpy().ravel().tolist()} for name in sorted(outputs)]


def answer(case):
    try:
        return {"outputs": run(case)}
    except Exception as error:  # TensorFlow's text is the answer
        return {"error": f"{type(error).__name__}: {error}"}


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
