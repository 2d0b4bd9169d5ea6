"""UMAP (umap-learn) on the 60,000 MNIST training images, defaults throughout: the map GNE's is compared with.

    python3 umap_mnist.py FOLDER_OF_IDX_GZ [--warm-up] [--out coordinates.csv]

Prints one JSON object. The measures are those of GNE's metrics.json: 5-NN accuracy on a 50,000 / 10,000 split of the
map, trustworthiness and continuity with 12 neighbours on a seeded subset of 5,000 rows. random_state stays unset: UMAP
runs on one thread once it is set, so its coordinates, unlike GNE's, differ from run to run.

The seconds of the first fit hold what numba compiles on the way. --warm-up fits 5,000 rows first (fewer would take
UMAP's exact path and compile less) and reports that apart.
"""

import time

START = time.perf_counter()

import argparse
import json
import resource

import numpy as np
import umap
from sklearn.manifold import trustworthiness
from sklearn.neighbors import KNeighborsClassifier

from mnist_idx import read_training


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--warm-up", action="store_true", help="fit 5,000 rows first, so that numba has compiled")
    parser.add_argument("--out", help="write the coordinates here, columns x and y")
    args = parser.parse_args()
    import_seconds = time.perf_counter() - START

    images, labels = read_training(args.folder)
    x = images.astype(np.float32) / 255

    result = {"method": "umap", "version": umap.__version__, "rows": len(x), "importSeconds": import_seconds}
    if args.warm_up:
        t = time.perf_counter()
        umap.UMAP().fit_transform(x[:5000])
        result["warmUpSeconds"] = time.perf_counter() - t

    t = time.perf_counter()
    z = umap.UMAP().fit_transform(x)
    result["fitSeconds"] = time.perf_counter() - t
    # What somebody waits who wants the coordinates; the measures below are not UMAP's work.
    result["processSeconds"] = time.perf_counter() - START
    result["peakMegabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if args.out:
        np.savetxt(args.out, z, fmt="%.9g", delimiter=",", header="x,y", comments="")

    train = len(z) * 5 // 6
    knn = KNeighborsClassifier(5).fit(z[:train], labels[:train])
    result["knnAccuracy"] = float(knn.score(z[train:], labels[train:]))
    subset = np.sort(np.random.default_rng(1).choice(len(z), 5000, replace=False))
    result["trustworthiness"] = float(trustworthiness(x[subset], z[subset], n_neighbors=12))
    result["continuity"] = float(trustworthiness(z[subset], x[subset], n_neighbors=12))
    result["totalSeconds"] = time.perf_counter() - START
    print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}, indent=2))


if __name__ == "__main__":
    main()
