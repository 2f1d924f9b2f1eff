"""Compares two ONNX models: nodes after onnxruntime's basic optimisation, and CPU time of their runs in turns.

In:  {"paths": [ours, theirs], "feed": {"shape", "values"}}
Out: {"nodes": [number], "seconds": [number], "outputs": [[number]]}
"""
import json
import os
import sys
import tempfile
import time

import numpy as np
import onnx
import onnxruntime as ort

ort.set_default_logger_severity(3)
request = json.load(sys.stdin)


def nodes(path):
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_BASIC
    with tempfile.TemporaryDirectory() as folder:
        options.optimized_model_filepath = os.path.join(folder, "optimised.onnx")
        ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        return len(onnx.load(options.optimized_model_filepath).graph.node)


def session(path):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])


sessions = [session(path) for path in request["paths"]]
feed = np.array(request["feed"]["values"], np.float32).reshape(request["feed"]["shape"])
feeds = [{each.get_inputs()[0].name: feed} for each in sessions]
outputs = [each.run(None, fed)[0].ravel().tolist() for each, fed in zip(sessions, feeds)]
# the least of many turns is what the model takes, without what else the machine does
least = [float("inf")] * len(sessions)
for _ in range(40):
    for i, (each, fed) in enumerate(zip(sessions, feeds)):
        before = time.process_time()
        for _ in range(50):
            each.run(None, fed)
        least[i] = min(least[i], time.process_time() - before)
json.dump({"nodes": [nodes(path) for path in request["paths"]], "seconds": least, "outputs": outputs}, sys.stdout)
