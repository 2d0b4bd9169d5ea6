"""Golden for org.gne.baseline.Tsne from scikit-learn: the divergence of a map of the first 1,000 MNIST test images.

    python3 tsne_goldens.py

Writes ../resources/org/gne/io/tsne_goldens.json. Made with scikit-learn 1.2 (Debian 12's python3-sklearn).

The images, divided by 255, are projected on 50 principal components (PCA, full decomposition); then TSNE, Barnes-Hut with
angle 0.2, perplexity 30, 1,000 iterations of which the first 250 are exaggerated 12 times, started from the components,
never ended early. map is its result [1000 x 2], row-major, as floats hold it. divergence is the Kullback-Leibler divergence
of that map, in nats, from scikit-learn's own joint probabilities (90 neighbours), computed here over all pairs in double
precision: what scikit-learn reports holds the error of Barnes-Hut.
"""

import gzip
import json
import os

import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.manifold._t_sne import _joint_probabilities_nn
from sklearn.neighbors import NearestNeighbors

ROWS, PERPLEXITY, ITERATIONS, SEED = 1_000, 30, 1_000, 1


def divergence(reduced, z):
    neighbors = NearestNeighbors(n_neighbors=3 * PERPLEXITY).fit(reduced)
    distances = neighbors.kneighbors_graph(mode="distance")
    distances.data **= 2
    p = _joint_probabilities_nn(distances, PERPLEXITY, 0).tocoo()
    w = 1 / (1 + ((z[:, None, :] - z[None, :, :]) ** 2).sum(-1))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    held = p.data > 0
    values = p.data[held].astype(np.float64)
    values /= values.sum()
    return float((values * np.log(values / q[p.row[held], p.col[held]])).sum())


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    images = os.path.join(here, "../../main/resources/org/gne/mnist/t10k-images-idx3-ubyte.gz")
    with gzip.open(images) as f:
        x = np.frombuffer(f.read(16 + ROWS * 784), np.uint8, offset=16).reshape(ROWS, 784) / 255.0
    reduced = PCA(50, svd_solver="full").fit_transform(x)
    z = TSNE(
        perplexity=PERPLEXITY,
        init="pca",
        learning_rate="auto",
        angle=0.2,
        n_iter=ITERATIONS,
        min_grad_norm=0,
        n_iter_without_progress=ITERATIONS,
        random_state=SEED,
    ).fit_transform(reduced)
    z = z.astype(np.float32).astype(np.float64)
    golden = {
        "source": f"tsne_goldens.py, scikit-learn {sklearn.__version__}",
        "rows": ROWS,
        "perplexity": PERPLEXITY,
        "iterations": ITERATIONS,
        "divergence": divergence(reduced, z),
        "map": [float(f"{value:.9g}") for value in z.reshape(-1)],
    }
    with open(os.path.join(here, "../resources/org/gne/io/tsne_goldens.json"), "w") as f:
        json.dump(golden, f)
        f.write("\n")


if __name__ == "__main__":
    main()
