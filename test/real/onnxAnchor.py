"""Compares two ONNX models: nodes after onnxruntime's basic optimisation, and CPU time of their runs in turns.

In:  {"paths": [ours, theirs], "feed": {"shape", "values"}, "turns": how often each is timed, "runs": passes each time}
     Weights that a model lacks are drawn. The model that runs first changes from turn to turn.
Out: {"nodes": [number], "seconds": [[those of each turn]], "outputs": [[number]]}
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


def filled(path):
    """The path of the model with numbers for weights without any, which take no less time than those of a trained one."""
    model = onnx.load(path)
    bare = [one for one in model.graph.initializer if one.data_type == onnx.TensorProto.FLOAT and 0 not in one.dims
            and not (one.raw_data or one.float_data or one.external_data)]
    if not bare:
        return path
    random = np.random.default_rng(7)
    for one in bare:
        one.raw_data = random.normal(0, 0.02, tuple(one.dims)).astype(np.float32).tobytes()
    to = os.path.join(scratch.name, os.path.basename(path))
    onnx.save(model, to)
    return to


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


scratch = tempfile.TemporaryDirectory()
paths = [filled(path) for path in request["paths"]]
sessions = [session(path) for path in paths]
feed = np.array(request["feed"]["values"], np.float32).reshape(request["feed"]["shape"])
feeds = [{each.get_inputs()[0].name: feed} for each in sessions]
outputs = [each.run(None, fed)[0].ravel().tolist() for each, fed in zip(sessions, feeds)]
seconds = [[] for _ in sessions]
for turn in range(request["turns"]):
    for i in [0, 1] if turn % 2 == 0 else [1, 0]:
        before = time.process_time()
        for _ in range(request["runs"]):
            sessions[i].run(None, feeds[i])
        seconds[i].append(time.process_time() - before)
json.dump({"nodes": [nodes(path) for path in paths], "seconds": seconds, "outputs": outputs}, sys.stdout)
