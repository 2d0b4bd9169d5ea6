"""Writes the MATLAB files that MatTest reads. Needs scipy (Debian: python3-scipy).

    /usr/bin/python3 gne-io/src/test/python/matlab_goldens.py

X = i / 4 + j of 12 x 3 (whole numbers in W, which are stored in fewer bytes than their class needs), y and z are vectors.
"""

import pathlib

import numpy as np
import scipy.io
import scipy.sparse

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "org" / "gne" / "io" / "matlab"
FOLDER.mkdir(exist_ok=True)
i, j = np.arange(12)[:, None], np.arange(3)[None, :]
content = {
    "X": i / 4 + j,
    "W": (100 * i + j).astype(np.int32),
    "y": (np.arange(12) % 3).astype(np.float64)[:, None],
    "z": np.array([f"n\u00f6te {k}" for k in range(12)], dtype=object),
    "flags": i % 2 + 0 * j == 0,
    "images": np.zeros((2, 3, 12)),
    "S": scipy.sparse.csc_matrix(i * 1.0 + j),
    "s": {"a": 1.0},
    "C": i + 1j * j,
}
scipy.io.savemat(FOLDER / "plain.mat", content)
scipy.io.savemat(FOLDER / "packed.mat", content, do_compression=True)
