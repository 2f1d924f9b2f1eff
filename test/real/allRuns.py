# Reads {"logdir": a folder of runs, "csv": a table of all points, "runs": folders to reduce, "reduced": {reduction: a csv of
# its run}}. Answers what differs from tbparse's frame and from tensorboard-reducer's numbers.
import io
import json
import os
import sys

import pandas as pd
from tbparse import SummaryReader
from tensorboard_reducer.load import load_tb_events
from tensorboard_reducer.reduce import reduce_events

asked = json.load(sys.stdin)
columns = ["run", "tag", "step", "wall_time", "value"]


def ordered(frame):
    return frame[columns].sort_values(columns).reset_index(drop=True)


theirs = SummaryReader(asked["logdir"], extra_columns={"wall_time", "dir_name"}).scalars
theirs = ordered(theirs.rename(columns={"dir_name": "run"}))
ours = pd.read_csv(io.StringIO(asked["csv"]))
answer = {"points": len(theirs), "equal": theirs.equals(ordered(ours))}

pivot = SummaryReader(asked["logdir"], pivot=True, extra_columns={"dir_name"}).scalars
own_pivot = pd.read_csv(io.StringIO(asked["pivot"]))
tags = [name for name in pivot.columns if name not in ("step", "dir_name")]
by = ["run", "step"]
pivot = pivot.rename(columns={"dir_name": "run"})[by + tags].sort_values(by).reset_index(drop=True)
own_pivot = own_pivot[by + tags].sort_values(by).reset_index(drop=True)
answer["pivotEqual"] = pivot.astype(own_pivot.dtypes).equals(own_pivot)

events = load_tb_events(asked["runs"], strict_tags=False, strict_steps=False, handle_dup_steps="keep-last")
reduced = reduce_events(events, list(asked["reduced"]))
answer["tags"] = sorted(events)
answer["furthest"] = answer["notNumbers"] = 0
for name, csv in asked["reduced"].items():
    frame = pd.read_csv(io.StringIO(csv))
    for tag, series in reduced[name].items():
        own = frame[frame["tag"] == tag].set_index("step")["value"]
        if sorted(own.index) != sorted(series.index):
            raise SystemExit(f"{name} of {tag} has other steps: {list(own.index)[:5]}, {list(series.index)[:5]}")
        series = series.sort_index()
        own = own.sort_index()
        if not own.isna().equals(series.isna()):
            raise SystemExit(f"{name} of {tag} is NaN at other steps")
        answer["notNumbers"] += int(own.isna().sum())
        if own.isna().all():
            continue
        furthest = ((own - series).abs() / series.abs().clip(lower=1e-3)).max()
        answer["furthest"] = max(answer["furthest"], float(furthest))
print(json.dumps(answer))
