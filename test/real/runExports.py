"""Loads exported graphs as their users do, runs them and, of text, prints it again.

In:  [{"format", "path", "inputs": {name: {"shape", "values"}}, "outputs": [name], "binary": a pbtxt's graph as .pb?,
       "between": how far the two loaders of a SavedModel may be apart?}]
     a name is the signature's for a SavedModel, else that of a tensor
Out: [{"outputs": [{"shape", "values"}]} or {"error": text}]
"""
import json
import sys

import numpy as np
import tensorflow as tf
from google.protobuf import text_format

v1 = tf.compat.v1


def array(value, dtype):
    return np.array(value["values"], dtype.as_numpy_dtype).reshape(value["shape"])


def saved_model(case):
    """By the loader of TensorFlow 2, with keywords, and by that of TensorFlow 1, which must agree."""
    call = tf.saved_model.load(case["path"]).signatures["serving_default"]
    _, specs = call.structured_input_signature
    if sorted(specs) != sorted(case["inputs"]) or sorted(call.structured_outputs) != sorted(case["outputs"]):
        raise ValueError(f"the signature is {sorted(specs)} to {sorted(call.structured_outputs)}")
    fed = {name: array(value, specs[name].dtype) for name, value in case["inputs"].items()}
    given = call(**{name: tf.constant(value) for name, value in fed.items()})
    outputs = [given[name].numpy() for name in case["outputs"]]
    with v1.Session(graph=tf.Graph()) as session:
        signature = v1.saved_model.loader.load(session, ["serve"], case["path"]).signature_def["serving_default"]
        feeds = {signature.inputs[name].name: value for name, value in fed.items()}
        again = session.run([signature.outputs[name].name for name in case["outputs"]], feeds)
    for name, one, other in zip(case["outputs"], outputs, again):
        same = np.array_equal if one.dtype == object else lambda a, b: np.allclose(a, b, atol=case.get("between", 1e-6), equal_nan=True)
        if one.shape != other.shape or not same(one, other):
            raise ValueError(f"{name} differs between the two loaders")
    return outputs


def graph(graph_def, case):
    with tf.Graph().as_default() as made:
        tf.import_graph_def(graph_def, name="")
        feeds = {name: array(value, made.get_tensor_by_name(name).dtype) for name, value in case["inputs"].items()}
        with v1.Session(graph=made) as session:
            return session.run(case["outputs"], feeds)


def binary(path):
    with open(path, "rb") as file:
        return v1.GraphDef.FromString(file.read())


def text(case):
    with open(case["path"], encoding="utf8") as file:
        written = file.read()
    graph_def = text_format.Parse(written, v1.GraphDef())
    if graph_def != binary(case["binary"]):
        raise ValueError("the text is another graph than the bytes")
    if text_format.MessageToString(graph_def) != written:
        raise ValueError("TensorFlow prints it otherwise")
    return graph(graph_def, case)


formats = {"savedmodel": saved_model, "graphdef": lambda case: graph(binary(case["path"]), case), "pbtxt": text}


def number(value):
    if isinstance(value, bytes):
        return value.decode()
    # JSON has none of these; JavaScript's Number() reads the words
    words = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
    return words.get(str(value), value)


def run(case):
    try:
        outputs = formats[case["format"]](case)
    except Exception as error:  # whatever TensorFlow says of it is the answer
        return {"error": f"{case['format']}: {error}"}
    return {"outputs": [{"shape": list(one.shape), "values": [number(v) for v in one.ravel().tolist()]} for one in outputs]}


json.dump([run(case) for case in json.load(sys.stdin)], sys.stdout)
