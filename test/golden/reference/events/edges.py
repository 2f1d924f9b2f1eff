# Edges of bins by each of numpy's rules, for small samples: python edges.py > edges.json, with numpy 2.4.
import json
import math

import numpy as np

samples = {
    "waves": [math.sin(i) * 3 + (i % 7) for i in range(200)],
    "narrow": [1 + math.sin(i * i) / 1000 for i in range(64)],
    "skewed": [math.exp(math.sin(i) * 4) for i in range(100)],
    "one": [2.5],
    "two": [-1.0, 4.0],
    "equal": [3.0] * 9,
    "mostly equal": [0.0] * 50 + [1.0],
    "whole": [(i * i) % 11 for i in range(40)],
}
rules = ["auto", "doane", "fd", "rice", "scott", "sqrt", "stone", "sturges"]
made = {}
for name, values in samples.items():
    array = np.array(values)
    edges = {rule: np.histogram_bin_edges(array, bins=rule).tolist() for rule in rules}
    made[name] = {"values": array.tolist(), "whole": array.dtype.kind == "i", "edges": edges}
print(json.dumps(made))
