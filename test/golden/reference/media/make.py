"""Makes media.json with tensorboardX 2.6.5: python make.py. Needs tensorboardX, numpy, pillow, soundfile."""
import base64
import io
import json
from pathlib import Path

import numpy as np
from PIL import Image
from tensorboardX.summary import audio, convert_to_NTCHW, image, image_boxes
from tensorboardX.utils import _prepare_video

rng = np.random.default_rng(11)


def packed(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def given(array):
    return {"dtype": str(array.dtype), "shape": list(array.shape), "data": packed(array)}


def decoded(summary):
    shown = summary.value[0].image
    pixels = np.array(Image.open(io.BytesIO(shown.encoded_image_string)))
    return {
        "tag": summary.value[0].tag,
        "height": shown.height,
        "width": shown.width,
        "colorspace": shown.colorspace,
        "shape": list(pixels.shape),
        "pixels": packed(pixels),
    }


def random(dtype, *shape):
    return rng.integers(0, 256, shape, np.uint8) if dtype == "uint8" else rng.random(shape).astype(dtype)


IMAGES = [
    ("uint8", "CHW", (3, 5, 4)),
    ("uint8", "CHW", (1, 5, 4)),
    ("uint8", "CHW", (4, 5, 4)),
    ("uint8", "HWC", (5, 4, 2)),
    ("uint8", "HWC", (5, 4, 3)),
    ("uint8", "hw", (5, 4)),
    ("uint8", "WH", (5, 4)),
    ("uint8", "WCH", (5, 3, 4)),
    ("float32", "CHW", (3, 20, 30)),
    ("float64", "HWC", (20, 30, 3)),
    ("bool", "HW", (6, 7)),
    ("uint8", "NCHW", (1, 3, 3, 2)),
    ("uint8", "NCHW", (3, 3, 3, 2)),
    ("uint8", "NCHW", (8, 1, 3, 2)),
    ("uint8", "NCHW", (11, 3, 3, 2)),
    ("float32", "NHWC", (17, 2, 3, 4)),
    ("uint8", "NHWC", (9, 2, 3, 1)),
    ("uint8", "CNHW", (3, 5, 2, 3)),
]

BOXES = [
    [4, 3, 10, 8], [10, 8, 4, 3], [4, 8, 10, 3], [10, 3, 4, 8], [4, 3, 4, 8], [4, 3, 10, 3], [4, 3, 4, 3],
    [4.6, 3.6, 10.6, 8.6], [-3, -2, 10, 8], [4, 3, 50, 50], [4, 3, 5, 4], [-0.6, -0.6, 5, 5], [-1.5, -1.2, 5, 5],
    [0, 0, 23, 17], [0, 0, 24, 18], [-9, -9, -2, -2], [23, 17, 40, 40], [5, -4, 9, 40],
]

VIDEOS = [("uint8", (n, 2, c, 3, 2)) for n, c in [(1, 3), (2, 1), (4, 3), (8, 3), (16, 1)]]
VIDEOS += [("float64", (n, 2, 3, 3, 2)) for n in (3, 5, 6, 9, 17)]


def frames(video, fmt):
    tiled = _prepare_video(convert_to_NTCHW(video, fmt))
    return (tiled * 255.0).astype(np.uint8) if tiled.dtype != np.uint8 else tiled


def images():
    for dtype, fmt, shape in IMAGES:
        array = random("float32", *shape) > 0.5 if dtype == "bool" else random(dtype, *shape)
        yield {"format": fmt, "given": given(array), "expected": decoded(image("a/b", array, dataformats=fmt))}


def boxes():
    for channels in (3, 1, 4, 2):
        array = random("uint8", 18, 24, channels)
        for box in BOXES if channels == 3 else BOXES[:1]:
            drawn = image_boxes("boxes", array, np.array([box]), dataformats="HWC")
            yield {"boxes": [box], "given": given(array), "expected": decoded(drawn)}
        several = image_boxes("boxes", array, np.array(BOXES), dataformats="HWC")
        yield {"boxes": BOXES, "given": given(array), "expected": decoded(several)}


def rescaled():
    later = np.random.default_rng(12)
    for channels in (3, 1, 4, 2):
        array = later.integers(0, 256, (18, 24, channels), np.uint8)
        if channels in (2, 4):
            array[:6, :, -1] = 0
            array[6:9, :, -1] = 255
        for factor in (0.2, 0.5, 0.77, 1.5, 2, 3.3) if channels != 1 else (0.5,):
            drawn = image_boxes("boxes", array, np.array([[4, 3, 20, 14]]), rescale=factor, dataformats="HWC")
            yield {"rescale": factor, "given": given(array), "expected": decoded(drawn)}


def videos():
    for dtype, shape in VIDEOS:
        video = random(dtype, *shape)
        tiled = frames(video, "NTCHW")
        yield {"format": "NTCHW", "given": given(video), "shape": list(tiled.shape), "frames": packed(tiled)}
    video = random("float64", 2, 3, 2, 3, 5)
    tiled = frames(video, "THWCN")
    yield {"format": "THWCN", "given": given(video), "shape": list(tiled.shape), "frames": packed(tiled)}


def sounds():
    corners = [0, 1, -1, 0.5, -0.5, 2, -2, np.inf, -np.inf, 1e-9, -1e-9, 1 / 3, -1 / 3, 1 / 32768, -1 / 32768, 0.99999]
    waves = [
        np.array(corners),
        np.array(corners, np.float32),
        rng.uniform(-1, 1, 400),
        rng.uniform(-1, 1, 400).astype(np.float32),
        rng.uniform(-1, 1, (50, 1)),
        rng.uniform(-1.5, 1.5, (50, 2)).astype(np.float32),
    ]
    for rate, wave in zip([44100, 8000, 22050, 16000, 11025, 48000], waves):
        written = audio("sound", wave, rate).value[0].audio
        yield {
            "given": given(wave),
            "sampleRate": written.sample_rate,
            "numChannels": written.num_channels,
            "lengthFrames": written.length_frames,
            "contentType": written.content_type,
            "wav": packed(np.frombuffer(written.encoded_audio_string, np.uint8)),
        }


made = {"images": list(images()), "boxes": list(boxes()), "videos": list(videos()), "sounds": list(sounds())}
made["rescaled"] = list(rescaled())
lines = [f"{json.dumps(kind)}: [\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]" for kind, cases in made.items()]
(Path(__file__).parent / "media.json").write_text("{" + ",\n".join(lines) + "}\n")
