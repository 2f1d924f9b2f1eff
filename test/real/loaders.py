# How many events TensorBoard's two loaders read of each file, and whether each is one. In: paths. Out: counts by path.
import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader, RawEventFileLoader
from tensorboard.compat.proto import event_pb2

counts = {}
for path in json.load(sys.stdin)["paths"]:
    raw = [event_pb2.Event.FromString(data) for data in RawEventFileLoader(path).Load()]
    parsed = list(EventFileLoader(path).Load())
    counts[path] = [len(raw), len(parsed)]
print(json.dumps(counts))
