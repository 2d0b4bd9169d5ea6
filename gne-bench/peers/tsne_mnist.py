"""t-SNE (scikit-learn) of the first MNIST training images, on 50 principal components: the map GNE's own is compared with.

    python3 tsne_mnist.py FOLDER_OF_IDX_GZ [--rows 60000] [--seed 1] [--out coordinates.csv]

Barnes-Hut with scikit-learn's defaults, but the start from principal components and the learning rate by the number of
rows, the defaults of version 1.2, said here; and no early end, so that all 1,000 iterations are done. Prints one JSON
object: the Kullback-Leibler divergence that scikit-learn reports, seconds, the process's largest memory in MB, and the
measures of umap_mnist.py.
"""

import time

START = time.perf_counter()

import argparse
import json
import resource

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.neighbors import KNeighborsClassifier

from mnist_idx import read_training


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="write the coordinates here, columns x and y")
    args = parser.parse_args()

    images, labels = read_training(args.folder)
    x, labels = images[: args.rows].astype(np.float32) / 255, labels[: args.rows]
    t = time.perf_counter()
    reduced = PCA(50, random_state=args.seed).fit_transform(x)
    tsne = TSNE(
        init="pca",
        learning_rate="auto",
        min_grad_norm=0,
        n_iter=1_000,
        n_iter_without_progress=1_000,
        n_jobs=-1,
        random_state=args.seed,
    )
    z = tsne.fit_transform(reduced)
    result = {
        "method": "scikit-learn t-SNE",
        "version": sklearn.__version__,
        "rows": len(x),
        "iterations": int(tsne.n_iter_) + 1,
        "fitSeconds": time.perf_counter() - t,
        "processSeconds": time.perf_counter() - START,
        "ownDivergence": float(tsne.kl_divergence_),
        "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if args.out:
        np.savetxt(args.out, z, fmt="%.9g", delimiter=",", header="x,y", comments="")

    train = len(z) * 5 // 6
    knn = KNeighborsClassifier(5).fit(z[:train], labels[:train])
    result["knnAccuracy"] = float(knn.score(z[train:], labels[train:]))
    subset = np.sort(np.random.default_rng(1).choice(len(z), min(len(z), 5000), replace=False))
    result["trustworthiness"] = float(trustworthiness(x[subset], z[subset], n_neighbors=12))
    result["continuity"] = float(trustworthiness(z[subset], x[subset], n_neighbors=12))
    print(json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}, indent=2))


if __name__ == "__main__":
    main()
