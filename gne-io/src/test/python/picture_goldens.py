"""Pictures as Pillow writes them, and what it reads of them, for the reader's tests.

    python3 picture_goldens.py

Writes, with Pillow 9.4 and numpy 1.24 (Debian 12), into ../resources/org/gne/io/picture: the folder kinds, a picture of 12
x 16 pixels per way of keeping one; the folder sizes, PNGs of several sizes with classes; and expected.npz, arrays of uint8
[1, 12, 16, 3] by the names of the files in kinds, and resized.npz, [1, 8, 5] and [1, 30, 40], the pictures of sizes/b/2.png in these
sizes (BILINEAR).
"""

import os

import numpy as np
from PIL import Image

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/org/gne/io/picture")
for folder in ["kinds", "sizes/a", "sizes/b"]:
    os.makedirs(os.path.join(here, folder), exist_ok=True)
y, x = np.mgrid[0:12, 0:16]
red, green, blue = 15 * x, 20 * y, (7 * x + 11 * y) % 256
rgb = np.stack([red, green, blue], -1).astype("u1")
grey = ((13 * x + 5 * y) % 256).astype("u1")
alpha = (17 * x).astype("u1")
colour = Image.fromarray(rgb)
flat = Image.fromarray(grey)
white = Image.new("RGB", (16, 12), "white")

kinds = {
    "grey.png": flat,
    "grey16.png": Image.fromarray(grey.astype("i4") * 257, "I"),
    "rgb.png": colour,
    "rgba.png": Image.merge("RGBA", [*colour.split(), Image.fromarray(alpha)]),
    "greya.png": Image.merge("LA", [flat, Image.fromarray(alpha)]),
    "palette.png": colour.quantize(16),
    "bits.png": flat.point(lambda v: 255 if v > 99 else 0).convert("1"),
    "grey.jpg": flat,
    "rgb.jpeg": colour,
    "rgb.gif": colour.quantize(16),
    "rgb.bmp": colour,
    "rgb.tif": colour,
}
expected = {}
for name, picture in kinds.items():
    options = {"quality": 95, "subsampling": 0} if name.startswith("rgb.jp") else {}
    path = os.path.join(here, "kinds", name)
    picture.save(path, **options)
    back = Image.open(path)
    if back.mode in ("RGBA", "LA"):
        back = Image.composite(back.convert("RGB"), white, back.getchannel("A"))
    if name == "grey16.png":
        back = flat
    expected[name] = np.array(back.convert("RGB"))[None]
np.savez_compressed(os.path.join(here, "expected.npz"), **expected)

flat.save(os.path.join(here, "sizes/a/1.png"))
colour.save(os.path.join(here, "sizes/a/10.png"))
flat.resize((5, 4)).save(os.path.join(here, "sizes/a/2.png"))
Image.fromarray(grey[:, ::-1]).save(os.path.join(here, "sizes/b/1.png"))
big = Image.fromarray(((np.mgrid[0:20, 0:24][0] * 9 + np.mgrid[0:20, 0:24][1] * 5) % 251).astype("u1"))
big.save(os.path.join(here, "sizes/b/2.png"))
resized = {f"{h}x{w}": np.array(big.resize((w, h), Image.BILINEAR))[None] for h, w in [(8, 5), (30, 40)]}
np.savez_compressed(os.path.join(here, "resized.npz"), **resized)
with open(os.path.join(here, "sizes/notes.txt"), "w") as notes:
    notes.write("no picture\n")
