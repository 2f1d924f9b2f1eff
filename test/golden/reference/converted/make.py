"""Makes the folders beside it with TensorFlow 2.21 and tensorflowjs 4.22, the converter: python make.py.

Each holds a model as the converter writes it, model.json with its shard, and run.json, what TensorFlow computes with the
model before it is converted: {"inputs": {name: {"shape", "dtype", "values"}}, "outputs": ...}.

flow           a loop in a loop and branches, as the converter writes them by default: Enter, Merge, Switch, Exit; tf.js
               4.22 refuses to run it
flowFunctions  the same model with its loops and branches as functions
flowV1         the same as TensorFlow 1 writes it, which tf.js runs
words          tables of words and of labels, of TensorFlow 2: a graph apart fills them
wordsV1        tables of TensorFlow 1, which lie in both graphs under one name; a loop looks up in one
net            convolutions of Keras's with batch norms folded into them and each activation that the converter fuses
attention      heads, layer norms and a gelu of Keras's; the batch and the length are open
recurrent      an LSTM of Keras's, by default: what the converter calls a bias is the product of the state
sentiment      words looked up by a layer of Keras's, and embedded
detector       an image resized in both ways, boxes chosen by their scores, and what they cut out

Of tensorflowjs it needs the files alone (pip install --no-deps): what it imports for other formats is left out.
"""
import importlib.util
import json
import sys
import tempfile
import types
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
layers = keras.layers
here = Path(__file__).parent


def converter():
    root = Path(importlib.util.find_spec("tensorflowjs").submodule_search_locations[0])
    for name, path in {"tensorflowjs": root, "tensorflowjs.converters": root / "converters"}.items():
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = [str(path)]
    for name in ("tensorflow_decision_forests", "tensorflow_hub"):
        sys.modules[name] = types.ModuleType(name)
    from tensorflowjs.converters import tf_saved_model_conversion_v2

    return tf_saved_model_conversion_v2.convert_tf_saved_model


def numbers(seed, *shape):
    return tf.random.stateless_normal(shape, [seed, seed])


def table(keys, values, default):
    return tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(tf.constant(keys), tf.constant(values)), default)


class Flow(tf.Module):
    def __init__(self):
        self.kernel, self.bias, self.scale = (tf.Variable(numbers(i, *s)) for i, s in enumerate([(3, 3), (3,), (3, 2)]))

    @tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32, name="x")])
    def forward(self, x):
        def inner(j, v):
            return j + 1, tf.nn.relu(tf.matmul(v, self.kernel) + self.bias)

        def outer(i, v):
            _, v = tf.while_loop(lambda j, _: j < i, inner, [0, v])
            v = tf.cond(tf.reduce_max(v) > 1.0, lambda: v / tf.reduce_max(v), lambda: v + 0.5)
            return i + 1, v

        _, y = tf.while_loop(lambda i, v: i < 4 and tf.reduce_sum(v) < 100.0, outer, [1, x])
        z = tf.cond(tf.reduce_sum(x) > 0.0, lambda: tf.matmul(y, self.scale), lambda: (y * 2.0 - x)[:, :2])
        return {"y": y, "z": tf.nn.relu(z) + 1.0}


class Words(tf.Module):
    def __init__(self):
        self.ids = table(["the", "mouse", "née", ""], np.int64([2, 3, 4, 5]), 1)
        self.labels = table(np.int64([0, 1, 2]), ["noun", "verb", "other"], "none")
        self.vectors, self.kernel = (tf.Variable(numbers(7 + i, *s)) for i, s in enumerate([(6, 4), (4, 3)]))

    @tf.function(input_signature=[tf.TensorSpec([None], tf.string, name="words")])
    def forward(self, words):
        ids = self.ids.lookup(words)
        scores = tf.nn.softmax(tf.matmul(tf.gather(self.vectors, ids), self.kernel))
        label = self.labels.lookup(tf.argmax(scores, 1))
        return {"ids": ids, "scores": scores, "label": label, "known": self.ids.size()}


def net():
    x = image = keras.Input((8, 8, 3), name="image")
    for step in (layers.Conv2D(4, 3, padding="same", use_bias=False), layers.DepthwiseConv2D(3, use_bias=False)):
        x = layers.BatchNormalization()(step(x))
        x = layers.PReLU(shared_axes=[1, 2])(x) if step.name.startswith("depthwise") else layers.ReLU(6)(x)
    x = layers.PReLU(shared_axes=[1, 2])(layers.Conv2D(3, 3, strides=2)(x))
    x = layers.LeakyReLU(negative_slope=0.1)(layers.Conv2D(4, 2)(x))
    for activation in ("elu", "tanh", "hard_sigmoid", "sigmoid"):
        x = layers.Conv2D(3, 1, activation=activation)(x)
    x = layers.Dense(4, activation="relu")(layers.GlobalAveragePooling2D()(x))
    return keras.Model(image, layers.Dense(2, activation="softmax")(x))


def attention():
    x = keras.Input((None, 4), name="x")
    y = layers.LayerNormalization()(x + layers.MultiHeadAttention(2, 2)(x, x))
    gelu = layers.Dense(6, activation=lambda z: 0.5 * z * (1.0 + tf.math.erf(z / 2.0**0.5)))
    return keras.Model(x, layers.LayerNormalization()(y + layers.Dense(4)(gelu(y))))


def recurrent():
    x = keras.Input((3, 2), name="x")
    return keras.Model(x, layers.Dense(2)(layers.LSTM(2)(x)))


def sentiment():
    words = keras.Input((), dtype="string", name="words")
    ids = layers.TextVectorization(vocabulary=["good", "bad", "née"], standardize=None, split=None)(words)
    return keras.Model(words, layers.Dense(1)(layers.Embedding(5, 3)(ids)))


class Detector(tf.Module):
    @tf.function(
        input_signature=[
            tf.TensorSpec([1, 6, 5, 2], tf.float32, name="image"),
            tf.TensorSpec([4, 4], tf.float32, name="boxes"),
            tf.TensorSpec([4], tf.float32, name="scores"),
        ]
    )
    def forward(self, image, boxes, scores):
        chosen = tf.image.non_max_suppression(boxes, scores, 3, 0.5, 0.1)
        at = tf.zeros([tf.size(chosen)], tf.int32)
        kept, soft = tf.image.non_max_suppression_with_scores(boxes, scores, 2, 1.0, soft_nms_sigma=0.5)
        return {
            "half": tf.image.resize(image, tf.shape(image)[1:3] // 2),
            "double": tf.image.resize(image, [12, 10], "nearest"),
            "cut": tf.image.crop_and_resize(image, tf.gather(boxes, chosen), at, [3, 3]),
            "scores": tf.gather(scores, chosen),
            "soft": tf.stack([soft, tf.gather(scores, kept)]),
        }


def save_flow_v1(folder):
    open_rows = [tf.TensorShape([]), tf.TensorShape([None, 3])]
    with tf.Graph().as_default(), v1.Session() as session:
        x = v1.placeholder(tf.float32, [None, 3], "x")
        flow = {"kernel": (3, 3), "bias": (3,), "scale": (3, 2)}
        kernel, bias, scale = (v1.get_variable(n, initializer=numbers(i, *flow[n])) for i, n in enumerate(flow))

        def inner(j, v):
            return j + 1, tf.nn.relu(tf.matmul(v, kernel) + bias)

        def outer(i, v):
            with tf.name_scope("body"):
                _, v = v1.while_loop(lambda j, _: j < i, inner, [0, v], open_rows)
                v = v1.cond(tf.reduce_max(v) > 1.0, lambda: v / tf.reduce_max(v), lambda: v + 0.5)
            return i + 1, v

        with tf.name_scope("steps"):
            _, y = v1.while_loop(lambda i, v: tf.logical_and(i < 4, tf.reduce_sum(v) < 100.0), outer, [1, x], open_rows)
        with tf.name_scope("branch"):
            z = v1.cond(tf.reduce_sum(x) > 0.0, lambda: tf.matmul(y, scale), lambda: (y * 2.0 - x)[:, :2])
        outputs = {"y": tf.identity(y, "y"), "z": tf.add(tf.nn.relu(z), 1.0, "z")}
        session.run(v1.global_variables_initializer())
        v1.saved_model.simple_save(session, folder, {"x": x}, outputs)


def save_words_v1(folder):
    with tf.Graph().as_default(), v1.Session() as session:
        words = v1.placeholder(tf.string, [None], "words")
        with tf.name_scope("lookup"):
            ids = table(["the", "mouse"], np.int64([1, 2]), 0).lookup(words)
        with tf.name_scope("next"):
            after = table(np.int64([0, 1, 2]), np.int64([1, 2, 0]), 0)
            _, ids = v1.while_loop(lambda i, _: i < 2, lambda i, ids: (i + 1, after.lookup(ids)), [0, ids])
        with tf.name_scope("embedding"):
            vectors = tf.gather(v1.get_variable("vectors", initializer=numbers(5, 3, 4)), ids)
        result = tf.tanh(vectors, "result")
        session.run([v1.global_variables_initializer(), v1.tables_initializer()])
        v1.saved_model.simple_save(session, folder, {"words": words}, {"result": result}, v1.tables_initializer())


def filled(model):
    """With numbers in every variable, the variances of batch norms among them."""
    for i, variable in enumerate(model.weights):
        variable.assign(0.5 + tf.abs(numbers(i, *variable.shape)) if "variance" in variable.name else numbers(i, *variable.shape))
    return model


def plain(tensor):
    values = [v.decode() if isinstance(v, bytes) else v for v in tensor.numpy().ravel().tolist()]
    return {"shape": list(tensor.shape), "dtype": tensor.dtype.name, "values": values}


def make(name, save, inputs, convert, **options):
    with tempfile.TemporaryDirectory() as folder:
        save(folder)
        call = tf.saved_model.load(folder).signatures["serving_default"]
        outputs = {key: plain(value) for key, value in sorted(call(**inputs).items())}
        convert(folder, str(here / name), **options)
    run = {"inputs": {key: plain(value) for key, value in inputs.items()}, "outputs": outputs}
    (here / name / "run.json").write_text(json.dumps(run) + "\n")


def main():
    convert = converter()

    def save(model):
        return lambda folder: tf.saved_model.save(model, folder, signatures=model.forward)

    flow, words = Flow(), Words()
    x, text = numbers(3, 2, 3), tf.constant(["mouse", "", "cat", "née", "the", "mouse"])
    make("flow", save(flow), {"x": x}, convert)
    make("flowFunctions", save(flow), {"x": x}, convert, control_flow_v2=True)
    make("words", save(words), {"words": text}, convert)
    for name, build, inputs in (
        ("net", net, {"image": numbers(4, 2, 8, 8, 3)}),
        ("attention", attention, {"x": numbers(5, 2, 3, 4)}),
        ("recurrent", recurrent, {"x": numbers(6, 2, 3, 2)}),
        ("sentiment", sentiment, {"words": tf.constant(["bad", "", "née", "good"])}),
    ):
        make(name, lambda folder: filled(build()).export(folder, verbose=False), inputs, convert)
    boxes = tf.constant([[0.0, 0.0, 0.5, 0.5], [0.5, 0.25, 1.0, 1.0], [0.0, 0.05, 0.5, 0.55], [0.1, 0.6, 0.4, 0.9]])
    picture = {"image": numbers(8, 1, 6, 5, 2), "boxes": boxes, "scores": tf.constant([0.75, 0.5, 0.875, 0.05])}
    make("detector", save(Detector()), picture, convert)
    v1.disable_control_flow_v2()
    make("flowV1", save_flow_v1, {"x": x}, convert)
    make("wordsV1", save_words_v1, {"words": text}, convert)


main()
