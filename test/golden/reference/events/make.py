"""Makes histograms.json with tensorboardX 2.6.5: python make.py. Needs tensorboardX, numpy."""
import json
from pathlib import Path

import numpy as np
from tensorboardX.summary import histogram

rng = np.random.default_rng(7)
VALUES = {
    "normal": rng.standard_normal(500).round(6).tolist(),
    "edges": [0.0, 1e-12, -1e-12, 1.1e-12, 1e-13, -1e-13, 1.0, -1.0, 123456.789, -1e19, 5e19, 0.0],
    "one": [3.5],
    "same": [2.0, 2.0, 2.0],
    "outside": [1.0, 1e30, -1e30],
}
CASES = [
    ("normal", "tensorflow", None),
    ("normal", "tensorflow", 64),
    ("normal", 10, None),
    ("normal", [-1.0, 0.0, 0.5, 1.0], None),
    ("edges", "tensorflow", None),
    ("one", "tensorflow", None),
    ("same", 4, None),
    ("outside", "tensorflow", None),
]


def summarised(name, bins, max_bins):
    values = np.array(VALUES[name])
    histo = histogram("tag", values, bins if bins != "tensorflow" else tensorflow_bins(), max_bins).value[0].histo
    fields = {"min": histo.min, "max": histo.max, "num": histo.num, "sum": histo.sum, "sumSquares": histo.sum_squares}
    return {**fields, "bucketLimit": list(histo.bucket_limit), "bucket": list(histo.bucket)}


def tensorflow_bins():
    from tensorboardX.writer import SummaryWriter

    return SummaryWriter(write_to_disk=False).default_bins


cases = [{"values": name, "bins": bins, "maxBins": m, "expected": summarised(name, bins, m)} for name, bins, m in CASES]
target = Path(__file__).parent / "histograms.json"
target.write_text(json.dumps({"values": VALUES, "cases": cases}) + "\n")
