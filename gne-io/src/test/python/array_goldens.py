"""Arrays as NumPy writes them, for the readers' tests.

    python3 array_goldens.py

Writes into ../resources/org/gne/io/array, with numpy 1.24 (Debian 12):

numpy.npz       [5, 3] arrays named TYPE_ORDER (i4_C, >f8_F ...) of (3 i + j) * step, step 1 for whole numbers and 0.25 for
                floats, negated where 3 i + j is odd and the type is signed; bool: 3 i + j is odd; and labels, one per row:
                text (U), bytes (S), number (int64: -1, 10, 9, 10, 9)
pictures.npy    [4, 2, 3, 3], Fortran order: 54 i + 27 y + 9 x + c as uint8
float32.npy     [4, 3] of i / 7 - j, as the writer has to write it
"""

import os

import numpy as np

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/org/gne/io/array")
os.makedirs(here, exist_ok=True)
k = np.arange(15).reshape(5, 3)
sign = np.where(k % 2 == 1, -1, 1)
arrays = {}
for kind in ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"]:
    values = k % 2 == 1 if kind == "b1" else k * 0.25 * sign if kind[0] == "f" else k * sign if kind[0] == "i" else k
    for byte_order in "<>":
        typed = values.astype(byte_order + kind)
        if typed.dtype.itemsize == 1 and byte_order == ">":
            continue
        arrays[byte_order + kind + "_C"] = typed
        arrays[byte_order + kind + "_F"] = np.asfortranarray(typed)
arrays["text"] = np.array(["b", "a\u00e9\U0001f600", "", "b", "a\u00e9\U0001f600"])
arrays["bytes"] = np.array([b"x", b"yy", b"x", b"yy", b"x"])
arrays["number"] = np.array([-1, 10, 9, 10, 9])
np.savez_compressed(os.path.join(here, "numpy.npz"), **arrays)

i, y, x, c = np.meshgrid(np.arange(4), np.arange(2), np.arange(3), np.arange(3), indexing="ij")
np.save(os.path.join(here, "pictures.npy"), np.asfortranarray((54 * i + 27 * y + 9 * x + c).astype("u1")))
i, j = np.meshgrid(np.arange(4), np.arange(3), indexing="ij")
np.save(os.path.join(here, "float32.npy"), (i / 7 - j).astype("f4"))
