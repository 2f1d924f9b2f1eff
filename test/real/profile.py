"""Counts floating-point operations with TensorFlow's profiler.

In:  [a GraphDef's file]
Out: [{type of op: operations}]
"""
import json
import sys
from collections import Counter

import tensorflow as tf

profiler = tf.compat.v1.profiler


def counted(path):
    with open(path, "rb") as file:
        graph_def = tf.compat.v1.GraphDef.FromString(file.read())
    graph = tf.Graph()
    with graph.as_default():
        tf.import_graph_def(graph_def, name="")
    types = {node.name: node.op for node in graph_def.node}
    options = profiler.ProfileOptionBuilder(profiler.ProfileOptionBuilder.float_operation()).with_empty_output().build()
    result = Counter()

    def walk(node):
        if node.name in types and node.float_ops:
            result[types[node.name]] += node.float_ops
        for child in node.children:
            walk(child)

    walk(profiler.profile(graph, cmd="scope", options=options))
    return result


json.dump([counted(path) for path in json.load(sys.stdin)], sys.stdout)
