"""MNIST as the IDX files hold it: the 60,000 training images and labels of one folder."""

import gzip
import os

import numpy as np


def read_training(folder):
    """Images uint8 [60000, 784] and labels uint8 [60000]."""
    images = _read(os.path.join(folder, "train-images-idx3-ubyte.gz"))
    labels = _read(os.path.join(folder, "train-labels-idx1-ubyte.gz"))
    if len(images) != len(labels):
        raise SystemExit(f"{folder}: {len(images)} images but {len(labels)} labels")
    return images.reshape(len(images), -1), labels


def _read(path):
    with gzip.open(path, "rb") as f:
        data = f.read()
    if data[:3] != b"\0\0\x08":
        raise SystemExit(f"{path}: starts with {data[:3].hex()}, expected 000008 (IDX of unsigned bytes)")
    dims = data[3]
    shape = np.frombuffer(data, ">u4", dims, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * dims).reshape(shape)
