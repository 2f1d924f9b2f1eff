# Trains a small model with Keras's own TensorBoard callback. In: a logdir. Out: its version.
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import keras

logdir = json.load(sys.stdin)["logdir"]
model = keras.Sequential(
    [
        keras.Input([3]),
        keras.layers.Dense(4, activation="relu", name="hidden"),
        keras.layers.Dense(2, activation="softmax", name="head"),
    ],
    name="model",
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
x = np.sin(np.arange(36)).reshape(12, 3)
y = np.eye(2)[np.arange(12) % 2]
board = keras.callbacks.TensorBoard(
    logdir, histogram_freq=1, write_images=True, update_freq="batch", write_steps_per_second=True
)
model.fit(x, y, epochs=2, batch_size=3, validation_split=0.25, callbacks=[board], verbose=0)
print(json.dumps({"keras": keras.__version__}))
