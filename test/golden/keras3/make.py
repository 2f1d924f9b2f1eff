"""Makes the goldens of this folder with Keras 3 on TensorFlow, and scipy for spectrograms: python make.py [family ...]

Each case is a layer as a file of Keras has it, its call, and what Keras computes. Inputs and weights follow from a formula
(`ramp`), so that only outputs are stored.
"""
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))


def ramp(shape, seed, low=-1.0, high=1.0, integer=False):
    """Numbers that look random and are the same in every language: multiples of 1/1024 between low and high."""
    count = int(np.prod(shape)) if len(shape) else 1
    parts = [((i * 7919 + seed * 104729 + (i * i) % 97 * 31) % 2053) / 2053 for i in range(count)]
    if integer:
        values = [int(low + part * (high - low)) for part in parts]
        return np.array(values, "int32").reshape(shape)
    values = [np.floor((low + part * (high - low)) * 1024) / 1024 for part in parts]
    return np.array(values, "float32").reshape(shape)


def weight_range(name):
    """Variances are positive, other weights of any sign."""
    return (0.25, 1.5) if "variance" in name else (-0.75, 0.75)


def inputs_of(specs):
    """Symbolic inputs and their values. A spec: a shape without its batch, or a dict with shape, dtype, low, high, batch."""
    symbolic, values, stored = [], [], []
    for index, spec in enumerate(specs):
        spec = spec if isinstance(spec, dict) else {"shape": spec}
        shape, dtype = list(spec["shape"]), spec.get("dtype", "float32")
        batch = spec.get("batch", 2)
        sizes = [batch] + [spec.get("sizes", shape)[i] if dim is None else dim for i, dim in enumerate(shape)]
        low, high = spec.get("low", -1.0), spec.get("high", 1.0)
        symbolic.append(keras.Input(shape=shape, dtype=dtype, name=f"in{index}"))
        numbers = ramp(sizes, index + 1, low, high, integer=dtype in ("int32", "bool"))
        values.append(numbers.astype(dtype))
        stored.append({"shape": [None, *shape], "sizes": sizes, "dtype": dtype, "low": low, "high": high})
    return symbolic, values, stored


def rounded(array):
    """A list of numbers of 8 significant digits."""
    return [float(f"{float(number):.8g}") for number in np.asarray(array, "float64").reshape(-1)]


def slim(value):
    """A configuration without what no forward pass needs, as a converted file has it."""
    if isinstance(value, list):
        return [slim(one) for one in value]
    if not isinstance(value, dict):
        return value
    left_out = ("module", "registered_name", "build_config", "shared_object_id", "quantization_config")
    return {
        key: slim(inner)
        for key, inner in value.items()
        if key not in left_out and not (inner is None and key.endswith(("_regularizer", "_constraint")))
    }


def case(name, layer, specs, call=None):
    """One case. call: a function of the layer and the symbolic inputs; the layer of all inputs unless given. An operation is a
    call without a layer."""
    symbolic, values, stored = inputs_of(specs)
    call = call or (lambda layer, *inputs: layer(*inputs))
    outputs = call(layer, *symbolic)
    outputs = keras.tree.flatten(outputs)
    model = keras.Model(symbolic, outputs)
    weights = []
    # the order of a converted file
    for index, weight in enumerate([*model.trainable_weights, *model.non_trainable_weights]):
        low, high = weight_range(weight.path)
        if weight.dtype == "float32":
            weight.assign(ramp(weight.shape, 100 + index, low, high))
        weights.append({"name": weight.name, "shape": list(weight.shape), "low": low, "high": high,
                        "trainable": bool(weight.trainable)})
    if hasattr(layer, "finalize_state"):
        layer.finalize_state()
    computed = model(values)
    computed = keras.tree.flatten(computed)
    saved = json.loads(model.to_json())["config"]["layers"][-1]
    return {
        "name": name,
        "layer": slim({key: saved[key] for key in ("class_name", "config")}),
        "call": slim(saved["inbound_nodes"][0]),
        "inputs": stored,
        "weights": weights,
        "outputs": [
            {"shape": list(one.shape), "sizes": list(array.shape), "values": rounded(array)}
            for one, array in zip(outputs, computed)
        ],
    }


def write(family, cases):
    """Writes one line a case, so that a change of one case is a change of one line."""
    lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
    with open(os.path.join(FOLDER, f"{family}.json"), "w") as file:
        file.write(f'{{"keras":"{keras.__version__}","cases":[\n{lines}\n]}}\n')
    print(family, len(cases))


def names():
    """Names that files have for the classes of keras.layers and the functions of keras.activations."""
    classes = [one for one in vars(keras.layers).values() if isinstance(one, type) and issubclass(one, keras.layers.Layer)]
    functions = [name for name, one in vars(keras.activations).items()
                 if callable(one) and name not in ("serialize", "deserialize", "get")]
    return {"layers": sorted({one.__name__ for one in classes}), "activations": sorted(functions)}


def main():
    sys.path.insert(0, FOLDER)
    import families

    with open(os.path.join(FOLDER, "names", "names.json"), "w") as file:
        json.dump(names(), file, indent=0)
        file.write("\n")
    wanted = sys.argv[1:] or list(families.FAMILIES)
    for family in wanted:
        keras.utils.clear_session()
        cases, failed = [], []
        for one in families.FAMILIES[family]():
            try:
                cases.append(case(*one))
            except Exception as error:
                failed.append(f"{one[0]}: {str(error).strip().splitlines()[-1] if str(error).strip() else type(error)}")
        if failed:
            sys.exit(f"{family}: Keras cannot run\n" + "\n".join(failed))
        write(family, cases)


if __name__ == "__main__":
    main()
