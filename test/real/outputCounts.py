# Reads names of ops. Prints for each its number of outputs without those that attributes count, and the attributes by which
# TensorFlow counts others; null for an op that TensorFlow lacks.
import json
import sys

from tensorflow.python.framework import op_def_registry


def counted(name):
    op = op_def_registry.get(name)
    if op is None:
        return None
    numbers = [output.number_attr for output in op.output_arg if output.number_attr]
    lists = [output.type_list_attr for output in op.output_arg if output.type_list_attr]
    return {"fixed": len(op.output_arg) - len(numbers) - len(lists), "numbers": numbers, "lists": lists}


print(json.dumps([counted(name) for name in json.load(sys.stdin)]))
