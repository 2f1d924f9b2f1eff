"""Makes models.json and the tables beside it with PyTorch and torchinfo 1.8.0: python make.py.

models.json describes modules that blocks share, as lists that both PyTorch (here) and the library (its tests) build from.
<name>.txt holds what torchinfo prints of a model: for each set of options a line `# <options as JSON>`, then the table.
`python make.py FOLDER SEED COUNT` puts COUNT random models of another seed into FOLDER: for comparing more than is kept.

A model is a list of modules, the first one its root:
  {"type": "Linear", "out": 6, "frozen": true}   of 6 features
  {"type": "GELU"}
  {"type": "Sequential" | "ModuleList", "children": [index, ...]}
  {"type": "Again", "children": [index], "times": 2}   runs its child, then calls itself
  {"type": any other, "children": {name: index}, "chain": [path, ...], "heads": {key: path}, "form": ...}
    runs the modules of the chain one after another, then each head on the result; `form` is how the heads' outputs come
    back: tensor (no heads: what the chain gave), list, dict, listInList, dictInList, listInDict, nothing.
"""
import json
import random
import sys
from pathlib import Path

import torch
from torch import nn
from torchinfo import enums, summary

here = Path(__file__).parent
features = 6
# as on Python 3.10 and before: an enum of strings formats as its string
enums.Units.__format__ = lambda self, spec: format(self.value, spec)


def at(module, path):
    for name in path.split("."):
        module = module[int(name)] if name.isdigit() else getattr(module, name)
    return module


forms = {
    "list": lambda heads: list(heads.values()),
    "dict": lambda heads: heads,
    "listInList": lambda heads: [[value] for value in heads.values()],
    "dictInList": lambda heads: [heads],
    "listInDict": lambda heads: {"all": list(heads.values())},
    "nothing": lambda heads: None,
}


class Block(nn.Module):
    def __init__(self, children, chain=(), heads=None, form="tensor"):
        super().__init__()
        self.chain, self.heads, self.form = chain, heads or {}, form
        for name, child in children.items():
            self.add_module(name, child)

    def forward(self, x):
        for path in self.chain:
            x = at(self, path)(x)
        if self.form == "tensor":
            return x
        return forms[self.form]({key: at(self, path)(x) for key, path in self.heads.items()})


class Again(nn.Module):
    def __init__(self, child, times):
        super().__init__()
        self.inner, self.times = child, times

    def forward(self, x, left=None):
        left = self.times if left is None else left
        y = self.inner(x)
        return y if left == 0 else self(y, left - 1)


def build(modules):
    made = {}

    def module(index):
        if index not in made:
            made[index] = create(**modules[index])
        return made[index]

    def create(children=(), out=features, frozen=False, times=0, **rest):
        kind = rest.pop("type")
        if kind == "Linear":
            return nn.Linear(features, out).requires_grad_(not frozen)
        if kind == "GELU":
            return nn.GELU()
        if kind == "Again":
            return Again(module(children[0]), times)
        if kind == "Sequential":
            return nn.Sequential(*map(module, children))
        if kind == "ModuleList":
            return nn.ModuleList(map(module, children))
        return type(kind, (Block,), {})({name: module(index) for name, index in children.items()}, **rest)

    return module(0)


all_columns = "input_size output_size num_params params_percent kernel_size mult_adds trainable".split()
options = [
    *({"depth": depth} for depth in (1, 2, 3, 4)),
    {"depth": 5, "col_names": all_columns, "row_settings": ["var_names", "depth"], "verbose": 2},
    {"depth": 4, "row_settings": ["depth", "hide_recursive_layers"]},
    {"depth": 4, "batch_dim": 0},
    {"depth": 4, "input_size": None},
]
# of random models fewer tables are kept
some_options = [options[1], *options[4:6], options[7]]


def printed(modules, batch_dim=None, **rest):
    size = (features,) if batch_dim is not None else (1, features)
    given = {"input_size": size, "batch_dim": batch_dim, "mode": "eval", **rest}
    verbose = given.pop("verbose", 1)
    torch.manual_seed(0)
    results = summary(build(modules), verbose=0, **given)
    results.formatting.verbose = verbose
    return str(results)



def steps(count, **about):
    """`count` blocks, each with a layer of its own and the activation that all share (module 1)."""
    blocks, layers = [], []
    for i in range(count):
        blocks.append({"type": "Step", "children": {"l": 2 + count + i, "act": 1}, "chain": ["l", "act"]})
        layers.append({"type": "Linear", **about})
    return [{"type": "GELU"}, *blocks, *layers]


def root(children, chain=None, **rest):
    return {"type": "Net", "children": children, "chain": list(children) if chain is None else chain, **rest}


linear, gelu = {"type": "Linear"}, {"type": "GELU"}
two = {"a": "a", "b": "b"}
patterns = {
    "activation_of_three_steps": [root({"first": 2, "second": 3, "third": 4}), *steps(3)],
    "activation_of_frozen_steps": [root({"first": 2, "second": 3}), *steps(2, frozen=True)],
    "activation_of_root_and_steps": [root({"act": 1, "first": 2, "second": 3}, ["first", "second", "act"]), *steps(2)],
    "activation_in_nested_blocks": [
        root({"x": 1, "y": 2}),
        {"type": "Outer", "children": {"inner": 3, "act": 5}, "chain": ["inner", "act"]},
        {"type": "Outer", "children": {"inner": 4, "act": 5}, "chain": ["inner", "act"]},
        {"type": "Inner", "children": {"l": 6, "act": 5}, "chain": ["l", "act"]},
        {"type": "Inner", "children": {"l": 7, "act": 5}, "chain": ["l", "act"]},
        gelu, linear, linear,
    ],
    "block_with_parameters": [
        root({"x": 1, "y": 2, "shared": 3}, ["x", "y"]),
        {"type": "Outer", "children": {"shared": 3, "l": 4}, "chain": ["shared", "l"]},
        {"type": "Outer", "children": {"shared": 3, "l": 5}, "chain": ["l", "shared"]},
        {"type": "Inner", "children": {"l": 6}, "chain": ["l"]},
        linear, linear, linear,
    ],
    "sequential": [
        root({"x": 1, "y": 2}),
        {"type": "Outer", "children": {"net": 3}, "chain": ["net"]},
        {"type": "Outer", "children": {"net": 3, "l": 6}, "chain": ["net", "l"]},
        {"type": "Sequential", "children": [4, 5, 4]}, linear, gelu, linear,
    ],
    "list_with_an_entry_twice": [
        root({"blocks": 1}, ["blocks.0", "blocks.1", "blocks.2"]),
        {"type": "ModuleList", "children": [2, 3, 2]}, linear, gelu,
    ],
    "lists_that_share_entries": [
        root({"left": 1, "right": 2}, ["left.0", "right.0", "left.1", "right.1"]),
        {"type": "ModuleList", "children": [3, 4]}, {"type": "ModuleList", "children": [4, 3]}, linear, linear,
    ],
    "list_that_blocks_share": [
        root({"x": 1, "y": 2}),
        {"type": "Outer", "children": {"blocks": 3}, "chain": ["blocks.0"]},
        {"type": "Outer", "children": {"blocks": 3}, "chain": ["blocks.1"]},
        {"type": "ModuleList", "children": [4, 5]}, linear, linear,
    ],
    "called_twice": [root({"l": 1, "act": 2}, ["l", "act", "l", "act"]), linear, gelu],
    "block_called_twice": [
        root({"b": 1}, ["b", "b"]),
        {"type": "Inner", "children": {"l": 2, "act": 3}, "chain": ["l", "act"]}, linear, gelu,
    ],
    "two_names": [root({"a": 1, "b": 1, "c": 2}, ["a", "b", "c"]), linear, linear],
    "not_called": [
        root({"used": 1, "unused": 2}, ["used"]),
        {"type": "Inner", "children": {"l": 3}, "chain": ["l"]},
        {"type": "Inner", "children": {"l": 3, "more": 4}, "chain": ["l"]}, linear, linear,
    ],
    "children_alone": [
        root({"outer": 1}, ["outer.inner.l", "outer.l", "outer.inner.l"]),
        {"type": "Outer", "children": {"inner": 2, "l": 3}}, {"type": "Inner", "children": {"l": 4}}, linear, linear,
    ],
    "empty_list": [root({"a": 1}), {"type": "Outer", "children": {"none": 2, "l": 3}, "chain": ["l"]},
                   {"type": "ModuleList", "children": []}, linear],
    "only_an_empty_list": [root({"a": 1, "l": 3}), {"type": "Outer", "children": {"none": 2}},
                           {"type": "ModuleList", "children": []}, linear],
    "calls_itself": [root({"again": 1, "l": 3}), {"type": "Again", "children": [2], "times": 2}, linear, linear],
    **{
        f"gives_{form}": [
            root({"block": 1, "l": 4}, ["l", "block"]),
            {"type": "Heads", "children": {"a": 2, "b": 3}, "heads": two, "form": form},
            {"type": "Linear", "out": 5}, {"type": "Linear", "out": 2}, linear,
        ]
        for form in forms
    },
    "names_its_outputs": [
        {"type": "NamedOutputs", "children": {"a": 1, "b": 2}, "heads": {"scores": "a", "offsets": "b"}, "form": "dict"},
        {"type": "Linear", "out": 5}, {"type": "Linear", "out": 2},
    ],
}


def drawn(rng):
    """A random model, each of whose modules may hold any of the next five, so that many are shared."""
    count = rng.randint(4, 11)
    modules = []
    for index in range(count):
        later = list(range(index + 1, count))
        kind = "Block" if index == 0 else rng.choice(["Linear", "GELU"] if index >= count - 2 else
                                                     ["Linear", "GELU", "Block", "Block", "Sequential", "ModuleList"])
        if kind == "Linear":
            modules.append({"type": "Linear", **({"frozen": True} if rng.random() < 0.2 else {})})
        elif kind == "GELU":
            modules.append(gelu)
        else:
            chosen = [rng.choice(later[:5]) for _ in range(rng.randint(1, 4))]
            if kind == "Block":
                modules.append({"type": rng.choice(["Step", "Unit"]), "children": chosen})
            else:
                modules.append({"type": kind, "children": chosen})

    for module in reversed(modules):
        if isinstance(module.get("children"), list) and module["type"] not in ("Sequential", "ModuleList"):
            module["children"] = {"abcd"[i]: child for i, child in enumerate(module["children"])}
    # a ModuleList cannot be run, and a Sequential that holds one cannot either
    for module in modules:
        if module["type"] == "Sequential":
            module["children"] = [c for c in module["children"] if modules[c]["type"] != "ModuleList"]
        if isinstance(module.get("children"), dict):
            paths = [p for name, child in module["children"].items() for p in below(modules, name, child)]
            module["chain"] = [rng.choice(paths) for _ in range(rng.randint(1, 4))] if paths else []
    return modules


def below(modules, path, index):
    """Paths of what can be called at a path, and inside of it."""
    module = modules[index]
    children = module.get("children", {})
    if module["type"] == "ModuleList":
        return [p for i, child in enumerate(children) for p in below(modules, f"{path}.{i}", child)]
    inner = children.items() if isinstance(children, dict) and module["type"] not in ("Linear", "GELU") else ()
    return [path, *(p for name, child in inner for p in below(modules, f"{path}.{name}", child))]


def write(folder, models, options_of):
    folder.mkdir(exist_ok=True, parents=True)
    rows = ",\n".join(f" {json.dumps(name)}: {json.dumps(modules)}" for name, modules in models.items())
    (folder / "models.json").write_text("{\n" + rows + "\n}\n")
    for name, modules in models.items():
        tables = []
        for given in options_of(name):
            try:
                tables.append(f"# {json.dumps(given)}\n{printed(modules, **given)}\n")
            except RuntimeError as error:
                # torchinfo's own: a dict's shape under batch_dim is a list in a list, which it cannot multiply
                assert "batch_dim" in given, error
        (folder / f"{name}.txt").write_text("".join(tables))


if __name__ == "__main__":
    folder, seed, count = sys.argv[1:] or (here, 16, 12)
    rng = random.Random(int(seed))
    random_models = {f"random_{i + 1:02}": drawn(rng) for i in range(int(count))}
    if len(sys.argv) > 1:
        write(Path(folder), random_models, lambda name: options)
    else:
        write(folder, {**patterns, **random_models}, lambda name: options if name in patterns else some_options)
