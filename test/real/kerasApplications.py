"""Builds models of keras.applications without weights, for test/real/kerasApplications.test.ts.

In: names of models. Out: for each its Keras 3 topology, and what Keras counts of it and of its layers.
"""
import json
import math
import sys

import keras


def shapes(layer):
    return [list(tensor.shape) for tensor in keras.tree.flatten(layer.output)]


def count(weights):
    return sum(math.prod(weight.shape) for weight in weights)


answer = {}
for name in json.load(sys.stdin):
    model = getattr(keras.applications, name)(weights=None)
    answer[name] = {
        "topology": {
            "keras_version": keras.__version__,
            "backend": "tensorflow",
            "model_config": json.loads(model.to_json()),
        },
        "params": model.count_params(),
        "trainable": count(model.trainable_weights),
        "layers": [
            {"name": layer.name, "params": layer.count_params(), "outputs": shapes(layer)} for layer in model.layers
        ],
    }
    keras.backend.clear_session()
json.dump(answer, sys.stdout)
