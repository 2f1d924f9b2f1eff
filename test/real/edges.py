# Edges of bins by numpy's rules. In: samples and rules. Out: edges, or the clause of an error, by sample and rule.
import json
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
given = json.load(sys.stdin)
made = []
for sample in given["samples"]:
    array = np.array(sample["values"], dtype=sample["dtype"])
    edges = {}
    for rule in given["rules"]:
        try:
            edges[rule] = np.histogram_bin_edges(array, bins=rule).tolist()
        except ValueError as error:
            edges[rule] = str(error)
    made.append(edges)
print(json.dumps(made))
