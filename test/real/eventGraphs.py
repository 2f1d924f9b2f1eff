# Writes the graphs of one small network as TensorFlow 1, TensorFlow 2 and Keras's callback do. In: a folder. Out: its runs.
import json
import sys

import keras
import tensorflow as tf

logdir = json.load(sys.stdin)
keras.utils.set_random_seed(1)


def network():
    left, right = keras.Input((4,), name="left"), keras.Input((4,), name="right")
    inner = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, name="d"), keras.layers.ReLU(name="r")], name="inner")
    inside = keras.Input((4,), name="inside")
    head = keras.Model(inside, keras.layers.Dense(2, name="out")(inside), name="head")
    shared = keras.layers.Dense(4, name="shared")
    added = keras.layers.Add(name="add")([shared(left), shared(inner(right))])
    return keras.Model([left, right], [head(added), added], name="net")


model = network()
model.compile("sgd", "mse")
callback = keras.callbacks.TensorBoard(f"{logdir}/keras")
callback.set_model(model)
callback.on_train_end()


@tf.function
def call(x):
    return model([x, x])[0]


spec = tf.TensorSpec((None, 4), name="x")
with tf.summary.create_file_writer(f"{logdir}/graph").as_default():
    tf.summary.graph(call.get_concrete_function(spec).graph)
with tf.summary.create_file_writer(f"{logdir}/trace").as_default():
    tf.summary.trace_on(graph=True)
    call(tf.zeros((1, 4)))
    tf.summary.trace_export("exported", 0)
with tf.Graph().as_default() as graph:
    x = tf.compat.v1.placeholder(tf.float32, [None, 4], name="x")
    with tf.compat.v1.variable_scope("layer"):
        kernel = tf.compat.v1.get_variable("kernel", [4, 3], use_resource=False)
        y = tf.nn.relu(tf.matmul(x, kernel))
    tf.compat.v1.summary.FileWriter(f"{logdir}/v1", graph).close()
print(json.dumps(["keras", "graph", "trace", "v1"]))
