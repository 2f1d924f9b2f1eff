"""Makes histograms.json and summaries.json with tensorboardX 2.6.5 (meshes with TensorBoard 2.21, whose tags and dtypes
tensorboardX has not): python make.py. Needs tensorboardX, tensorflow, numpy, pillow."""
import json
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image
from tensorboard.plugins.mesh.summary_v2 import mesh_pb
from tensorboardX import SummaryWriter
from tensorboardX import summary as tbx
from tensorboardX.proto.event_pb2 import Event
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

STEP, WALL_TIME = 3, 1795517757.25
LABELS = [1, 0, 1, 1, 0, 0, 1, 0]
PREDICTIONS = [0.9, 0.8, 0.7, 0.6, 0.55, 0.3, 0.2, 0.0]
WEIGHTS = [1.0, 0.5, 2.0, 1.0, 1.0, 0.25, 3.0, 1.0]
COUNTS = [[4, 3, 1], [4, 2, 0], [0, 2, 4], [0, 1, 3], [0.5, 0.6, 1.0], [1.0, 0.75, 0.25]]
LAYOUT = {"losses": {"all": ["Multiline", ["loss/.*", "val"]], "band": ["Margin", ["v", "lo", "hi"]]}, "rates": {"lr": ["Multiline", ["lr"]]}}
HPARAMS = {"lr": 0.1, "layers": 2, "bias": True, "tied": False, "optimizer": "adam"}
VERTICES = [[[0.5, -0.5, 0.0], [1.0, 0.25, -1.0], [0.0, 0.0, 1.0]]]
FACES = [[[0, 1, 2]]]
COLORS = [[[255, 0, 0], [0, 128, 0], [1, 2, 3]]]
CONFIG = {"camera": {"cls": "PerspectiveCamera", "fov": 75}}


def event(summary, step=STEP):
    made = Event(wall_time=WALL_TIME, step=step)
    made.summary.ParseFromString(summary.SerializeToString())
    return made.SerializeToString().hex()


def curve(predictions, thresholds, weights=None):
    return tbx.pr_curve("pr", np.array(LABELS), predictions, thresholds, weights)


SUMMARIES = {
    "scalar": tbx.scalar("train/loss", 0.1),
    "scalarDescribed": tbx.scalar("train/loss", 0.1, "Loss", "of *training*"),
    "histogramRaw": tbx.histogram_raw("w", -1.0, 2.0, 3, 1.5, 5.25, [0.0, 1.0, 2.0], [1.0, 0.0, 2.0]),
    "text": tbx.text("note", "**bold** über"),
    "prCurve": curve(np.array(PREDICTIONS), 11),
    "prCurveSingle": curve(np.array(PREDICTIONS, np.float32), 11),
    "prCurveWeighted": curve(np.array(PREDICTIONS), 127, np.array(WEIGHTS)),
    "prCurveRaw": tbx.pr_curve_raw("raw", *map(np.array, COUNTS), num_thresholds=3),
    "customScalars": tbx.custom_scalars(LAYOUT),
    "mesh": mesh_pb("mesh", np.array(VERTICES), np.array(FACES), np.array(COLORS), CONFIG),
    "points": mesh_pb("cloud", np.array(VERTICES)),
}


def embeddings(folder):
    writer = SummaryWriter(folder)
    mat = np.array([[0.5, -1.25], [1e-3, 2.5], [0.1, 1234.5]])
    writer.add_embedding(mat, metadata=["a", "b", "c"], global_step=7, tag="words/en%")
    writer.add_embedding(mat, metadata=[["a", 1], ["b", 2], ["c", 3]], metadata_header=["word", "count"])
    images = (np.arange(3 * 3 * 2 * 2).reshape(3, 3, 2, 2) - 2) / 32
    writer.add_embedding(mat, label_img=images, global_step=1, tag="pictures")
    writer.add_embedding(mat, metadata=["a", "b", "c"], label_img=images[:, :1], global_step=2, tag="grey")
    writer.close()
    files = sorted(path for path in Path(folder).rglob("*") if path.suffix in (".tsv", ".pbtxt"))
    sprites = sorted(Path(folder).rglob("*.png"))
    pixels = {str(path.relative_to(folder)): Image.open(path).tobytes().hex() for path in sprites}
    return {str(path.relative_to(folder)): path.read_text() for path in files}, pixels


with tempfile.TemporaryDirectory() as folder:
    texts, sprites = embeddings(folder)
    made = {
        "step": STEP,
        "wallTime": WALL_TIME,
        "events": {name: event(summary) for name, summary in SUMMARIES.items()},
        "hparams": [event(summary, 0) for summary in tbx.hparams(HPARAMS, {"hparam/accuracy": 0.5})],
        "embeddings": texts,
        "sprites": sprites,
    }
(Path(__file__).parent / "summaries.json").write_text(json.dumps(made, indent=1) + "\n")
