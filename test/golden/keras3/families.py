"""The cases of make.py by family: a name, a layer, its inputs, and how it is called."""
from keras import layers as L


def normalization():
    return [
        ("groups of channels", L.GroupNormalization(2), [(5, 6)]),
        ("groups of an inner axis", L.GroupNormalization(groups=3, axis=1, epsilon=1e-2, scale=False), [(6, 2, 3)]),
        ("instances", L.GroupNormalization(groups=-1, center=False), [(3, 2, 4)]),
        ("root mean square", L.RMSNormalization(), [(3, 4)]),
        ("root mean square of two axes", L.RMSNormalization(axis=[1, 2], epsilon=0.1), [(3, 4)]),
        ("unit", L.UnitNormalization(), [(3, 4)]),
        ("unit of two axes", L.UnitNormalization(axis=[1, 2]), [(3, 4, 2)]),
    ]


FAMILIES = {"normalization": normalization}
