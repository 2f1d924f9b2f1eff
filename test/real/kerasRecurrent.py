"""Makes a Keras 3 file of recurrent layers with an open time axis, and computes it at several lengths.

In:  {"path": where the file goes, "lengths": [steps]}
Out: [{"input": {"shape", "values"}, "outputs": [{"shape", "values"}]}], one for each length
"""
import json
import sys

import keras
import numpy as np

request = json.load(sys.stdin)
keras.utils.set_random_seed(7)
layers = keras.layers
settings = {"return_sequences": True, "bias_initializer": "random_normal"}
steps = keras.Input((None, 3), name="steps")
x = layers.Bidirectional(layers.LSTM(4, **settings))(steps)
x = layers.GRU(5, reset_after=True, **settings)(x)
x = layers.GRU(4, reset_after=False, go_backwards=True, **settings)(x)
last = layers.LSTM(2, bias_initializer="random_normal", name="last")(x)
masked = layers.LSTM(3, name="masked")(layers.Masking(0.0)(steps))
model = keras.Model(steps, [x, last, masked])
model.save(request["path"])


def numbers(array):
    return {"shape": list(array.shape), "values": np.ravel(array).tolist()}


random = np.random.default_rng(7)
answers = []
for length in request["lengths"]:
    given = random.normal(size=(2, length, 3)).astype(np.float32)
    if length > 2:
        given[1, -2:] = 0
    outputs = [np.asarray(output) for output in model(given)]
    answers.append({"input": numbers(given), "outputs": [numbers(output) for output in outputs]})
json.dump(answers, sys.stdout)
