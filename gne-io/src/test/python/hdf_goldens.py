"""Writes the HDF5 files that HdfTest reads. Needs anndata 0.8 and h5py (Debian: python3-anndata, python3-h5py).

    /usr/bin/python3 gne-io/src/test/python/hdf_goldens.py
"""

import pathlib

import anndata
import h5py
import numpy as np
import pandas as pd
import scipy.sparse as sparse

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "org" / "gne" / "io" / "hdf"
FOLDER.mkdir(exist_ok=True)

ROWS, COLUMNS = 6, 4
DENSE = np.array([[(i * j) % 4 if (i + j) % 2 else 0 for j in range(COLUMNS)] for i in range(ROWS)], dtype=np.float32)


def cells(matrix):
    obs = pd.DataFrame(
        {
            "kind": pd.Categorical(["T", "B", None, "T", "B", "T"]),
            "depth": np.arange(ROWS) * 1.5,
            "batch": np.arange(ROWS) % 2,
            "good": np.arange(ROWS) % 3 == 0,
            "note": [f"n\u00f6te {i}" for i in range(ROWS)],
            "maybe": pd.array([1, None, 3, 4, 5, 6], dtype="Int64"),
        },
        index=[f"cell{i}" for i in range(ROWS)],
    )
    var = pd.DataFrame(index=["CD4", "CD8", "CD4", "MS4A1"])
    return anndata.AnnData(matrix, obs=obs, var=var)


full = cells(sparse.csr_matrix(DENSE))
full.raw = anndata.AnnData(
    sparse.csr_matrix(DENSE[:, :2] + 10), var=pd.DataFrame(index=["R1", "R2"]), obs=pd.DataFrame(index=full.obs_names)
)
full.layers["counts"] = DENSE * 2
full.obsm["X_pca"] = DENSE[:, :2].astype(np.float64) / 3
full.write_h5ad(FOLDER / "csr.h5ad")
cells(sparse.csc_matrix(DENSE)).write_h5ad(FOLDER / "csc.h5ad", compression="gzip")
cells(DENSE).write_h5ad(FOLDER / "dense.h5ad", compression="gzip")

# As anndata 0.7 wrote it.
with h5py.File(FOLDER / "old.h5ad", "w") as file:
    file["X"] = DENSE
    obs = file.create_group("obs")
    obs.attrs["_index"] = "index"
    obs.attrs["column-order"] = np.array(["kind"], dtype=h5py.string_dtype())
    obs["index"] = np.array([f"cell{i}" for i in range(ROWS)], dtype=h5py.string_dtype())
    obs["kind"] = np.array([1, 0, -1, 1, 0, 1], dtype=np.int8)
    obs["__categories/kind"] = np.array(["B", "T"], dtype=h5py.string_dtype())
    obs["kind"].attrs["categories"] = obs["__categories/kind"].ref
    var = file.create_group("var")
    var.attrs["_index"] = "index"
    var.attrs["column-order"] = np.array([], dtype=h5py.string_dtype())
    var["index"] = np.array(["a", "b", "c", "d"], dtype=h5py.string_dtype())


def tenx(group, third):
    matrix = sparse.csc_matrix(DENSE.T.astype(np.int32))
    group["data"], group["indices"] = matrix.data, matrix.indices.astype(np.int64)
    group["indptr"], group["shape"] = matrix.indptr.astype(np.int64), np.array(matrix.shape, dtype=np.int32)
    group["barcodes"] = np.array([b"AAA-%d" % i for i in range(ROWS)])
    ids, names = np.array([b"ENSG%d" % i for i in range(COLUMNS)]), np.array([b"CD4", b"CD8", b"CD4", b"MS4A1"])
    group["features/id" if third else "genes"] = ids
    group["features/name" if third else "gene_names"] = names


with h5py.File(FOLDER / "tenx3.h5", "w") as file:
    tenx(file.create_group("matrix"), True)
with h5py.File(FOLDER / "tenx2.h5", "w") as file:
    tenx(file.create_group("hg19"), False)
    tenx(file.create_group("mm10"), False)

with h5py.File(FOLDER / "arrays.h5", "w", libver="latest") as file:
    file.create_dataset("train/x", data=np.arange(60, dtype=np.float64).reshape(20, 3) / 7, chunks=(7, 2), compression="gzip")
    file["train/y"] = np.array([b"a", b"b"] * 10)
    file["images"] = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
    file["large"] = np.array([[2**64 - 1], [1]], dtype=np.uint64)
    file["flags"] = np.array([[True, False], [False, True]])
    file["link"] = h5py.ExternalLink("/etc/hostname", "/x")

# As loompy 3 writes it: a line for each gene.
with h5py.File(FOLDER / "cells.loom", "w") as file:
    file.create_dataset("matrix", data=DENSE.T, chunks=(2, 3), compression="gzip")
    file.create_dataset("layers/spliced", data=DENSE.T * 2, chunks=(2, 3), compression="gzip")
    file["row_attrs/Gene"] = np.array(["CD4", "CD8", "CD4", "MS4A1"], dtype=h5py.string_dtype())
    file["col_attrs/CellID"] = np.array([f"cell{i}" for i in range(ROWS)], dtype=h5py.string_dtype())
    file["col_attrs/kind"] = np.array(["T", "B", "B", "T", "B", "T"], dtype=h5py.string_dtype())
    file["col_attrs/place"] = np.zeros((ROWS, 2))
    file["attrs/LOOM_SPEC_VERSION"] = "3.0.0"
