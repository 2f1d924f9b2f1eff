"""Gives pictures a palette, which makes them a third. In: {"paths": [...]}, PNG files. Out: their sizes in bytes."""
import json
import os
import sys

from PIL import Image

paths = json.load(sys.stdin)["paths"]
for path in paths:
    # the default method mixes colours of a few pixels, such as those of a legend
    Image.open(path).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(path, optimize=True)
print(json.dumps([os.path.getsize(path) for path in paths]))
