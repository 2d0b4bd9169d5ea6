"""Goldens for org.gne.quality from scikit-learn: 300 rows of three clusters in 10-D and a noisy 2-D projection.

    python3 quality_goldens.py

Writes ../resources/org/gne/quality/quality_goldens.json. Made with scikit-learn 1.2 and SciPy 1.10 (Debian 12's
python3-sklearn).

Flat row-major arrays of values that a float holds exactly: data [300 x 10], embedding [300 x 2]; labels [300].
trustworthiness is sklearn.manifold.trustworthiness(data, embedding), continuity the same with the two swapped, both with
12 neighbours; knnAccuracy is KNeighborsClassifier(5) fitted on the first 250 rows of the embedding and scored on the
last 50. neighborhoodHit is the share of the 12 nearest of NearestNeighbors on the embedding that have the row's label.
distanceCorrelation is scipy.stats.spearmanr(pdist(data), pdist(embedding)), roundedDistanceCorrelation the same of both
rounded to whole numbers, so that many distances are equal. classIslands and strayRows are of
scipy.sparse.csgraph.connected_components: per label, components of at least a fiftieth of its rows and 5 rows.

Ties would make a neighbour a matter of taste. So the seed is the first for which no two distances from one row are
equal, the 12 nearest (and among the first 250 rows the 5 nearest) stand off from the next by 1e-5 of their distance, and
no vote is split. Ranks farther out may swap in single precision: each swap of neighbours moves trustworthiness by 1e-6.
"""

import json
import os

import numpy as np
import scipy
import sklearn
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr
from sklearn.manifold import trustworthiness
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors

ROWS, WIDTH, CLUSTERS, NEIGHBORS, TRAIN = 300, 10, 3, 12, 250


def float32_exact(x):
    return x.astype(np.float32).astype(np.float64)


def make(seed):
    random = np.random.default_rng(seed)
    labels = random.integers(0, CLUSTERS, ROWS)
    centers = random.normal(0, 1.2, (CLUSTERS, WIDTH))
    data = float32_exact(centers[labels] + random.normal(0, 1, (ROWS, WIDTH)))
    projection = random.normal(0, 1, (WIDTH, 2)) / np.sqrt(WIDTH)
    embedding = float32_exact(data @ projection + random.normal(0, 0.3, (ROWS, 2)))
    return data, embedding, labels


def well_separated(x):
    d = np.sqrt(((x[:, None, :] - x[None, :, :]) ** 2).sum(-1))
    np.fill_diagonal(d, np.inf)
    return gaps(d, NEIGHBORS) and gaps(d[TRAIN:, :TRAIN], 5)


def gaps(distances, neighbors):
    d = np.sort(distances, axis=1)
    d = d[:, np.isfinite(d).all(axis=0)]
    relative = np.diff(d, axis=1) / d[:, 1:]
    return bool((relative > 1e-10).all() and (relative[:, neighbors - 1] > 1e-5).all())


def no_split_vote(embedding, labels):
    knn = KNeighborsClassifier(5).fit(embedding[:TRAIN], labels[:TRAIN])
    votes = np.sort(knn.predict_proba(embedding[TRAIN:]), axis=1)
    return bool((votes[:, -1] > votes[:, -2]).all())


def islands(embedding, labels, links=15):
    nearest = NearestNeighbors(n_neighbors=links).fit(embedding).kneighbors(return_distance=False)
    a, b = np.repeat(np.arange(ROWS), links), nearest.ravel()
    same = labels[a] == labels[b]
    graph = coo_matrix((np.ones(same.sum()), (a[same], b[same])), (ROWS, ROWS))
    _, first, rows = np.unique(
        connected_components(graph, directed=False)[1], return_index=True, return_counts=True
    )
    of_class = labels[first]
    island = rows >= np.maximum(np.bincount(labels)[of_class] / 50, 5)
    return np.bincount(of_class[island], minlength=CLUSTERS), rows[~island].sum() / ROWS


def main():
    seed = next(
        s
        for s in range(1, 10_000)
        for data, embedding, labels in [make(s)]
        if well_separated(data) and well_separated(embedding) and no_split_vote(embedding, labels)
    )
    data, embedding, labels = make(seed)
    knn = KNeighborsClassifier(5).fit(embedding[:TRAIN], labels[:TRAIN])
    nearest = NearestNeighbors(n_neighbors=NEIGHBORS).fit(embedding).kneighbors(return_distance=False)
    per_class, stray = islands(embedding, labels)
    goldens = {
        "source": f"quality_goldens.py, scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}, seed {seed}",
        "rows": ROWS,
        "width": WIDTH,
        "neighbors": NEIGHBORS,
        "trustworthiness": trustworthiness(data, embedding, n_neighbors=NEIGHBORS),
        "continuity": trustworthiness(embedding, data, n_neighbors=NEIGHBORS),
        "knnNeighbors": 5,
        "knnTrainRows": TRAIN,
        "knnAccuracy": knn.score(embedding[TRAIN:], labels[TRAIN:]),
        "neighborhoodHit": float((labels[nearest] == labels[:, None]).mean()),
        "distanceCorrelation": spearmanr(pdist(data), pdist(embedding)).correlation,
        "roundedDistanceCorrelation": spearmanr(pdist(np.round(data)), pdist(np.round(embedding))).correlation,
        "classIslands": per_class.tolist(),
        "strayRows": stray,
        "labels": labels.tolist(),
        "embedding": embedding.reshape(-1).tolist(),
        "data": data.reshape(-1).tolist(),
    }
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/org/gne/quality")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "quality_goldens.json"), "w") as f:
        json.dump(goldens, f)
        f.write("\n")


if __name__ == "__main__":
    main()
