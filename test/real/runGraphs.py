"""Imports graphs into TensorFlow and runs those that have feeds or fetches.

In:  [{"path": a GraphDef's file, "feeds": {name: {"shape", "values"}}?, "fetches": [name]?}]
Out: [{"operations": number, "outputs": [{"shape", "values"}]} or {"error": text}]
"""
import json
import sys

import numpy as np
import tensorflow as tf


def number(value):
    if isinstance(value, bytes):
        return value.decode()
    # JSON has none of these; JavaScript's Number() reads the words
    words = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
    if isinstance(value, bytes):
        return value.decode()
    return words.get(str(value), value)


def numbers(output):
    # complex ones as real and imaginary parts by turns
    flat = output.ravel()
    return [number(v) for v in (flat.view(np.float32) if np.iscomplexobj(output) else flat).tolist()]


def run(case):
    with open(case["path"], "rb") as file:
        graph_def = tf.compat.v1.GraphDef.FromString(file.read())
    graph = tf.Graph()
    try:
        with graph.as_default():
            tf.import_graph_def(graph_def, name="")
    except ValueError as error:
        return {"error": str(error)}
    feeds = {
        name: np.array(value["values"], graph.get_tensor_by_name(name).dtype.as_numpy_dtype).reshape(value["shape"])
        for name, value in case.get("feeds", {}).items()
    }
    outputs = []
    if feeds or case.get("fetches"):
        try:
            with tf.compat.v1.Session(graph=graph) as session:
                outputs = session.run(case["fetches"], feeds)
        except tf.errors.OpError as error:
            return {"error": error.message}
    outputs = [np.asarray(output) for output in outputs]
    return {
        "operations": len(graph.get_operations()),
        "outputs": [{"shape": list(output.shape), "values": numbers(output)} for output in outputs],
    }


json.dump([run(case) for case in json.load(sys.stdin)], sys.stdout)
