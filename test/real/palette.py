"""Gives pictures a palette, which makes them a third. In: {"paths": [...]}, PNG files. Out: their sizes in bytes."""
import json
import os
import sys
from collections import Counter

from PIL import Image

paths = json.load(sys.stdin)["paths"]
for path in paths:
    picture = Image.open(path).convert("RGB")
    # the default method mixes colours of a few pixels, such as those of a legend
    reduced = picture.quantize(256, Image.Quantize.MAXCOVERAGE)
    # an entry is a mean of colours: the most frequent one of them keeps grounds as they are
    palette = reduced.getpalette()
    counts = Counter(zip(reduced.getdata(), picture.getdata()))
    for (index, colour), _ in reversed(counts.most_common()):
        palette[3 * index : 3 * index + 3] = colour
    reduced.putpalette(palette)
    reduced.save(path, optimize=True)
print(json.dumps([os.path.getsize(path) for path in paths]))
