"""Rotated pictures, in the manner of COIL-20: 20 pictures of an IDX file, each in 72 steps of 5 degrees; the class is the picture.

    /usr/bin/python3 rotations.py train-images-idx3-ubyte.gz OUT.npz     needs numpy and Pillow
"""

import gzip
import sys

import numpy as np
from PIL import Image

FIRST, PICTURES, STEPS = 100, 20, 72


def main():
    with gzip.open(sys.argv[1]) as file:
        pictures = np.frombuffer(file.read(), np.uint8, offset=16).reshape(-1, 28, 28)
    rows = [
        np.asarray(Image.fromarray(picture).rotate(360 / STEPS * step, resample=Image.BILINEAR)).ravel()
        for picture in pictures[FIRST : FIRST + PICTURES]
        for step in range(STEPS)
    ]
    np.savez(sys.argv[2], X=np.asarray(rows, np.float32) / 255, y=np.repeat(np.arange(PICTURES), STEPS))


if __name__ == "__main__":
    main()
