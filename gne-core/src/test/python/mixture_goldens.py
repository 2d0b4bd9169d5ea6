"""Goldens for org.gne.mixture from scikit-learn: 400 rows of three Gaussians in 2-D.

    python3 mixture_goldens.py

Writes ../resources/org/gne/mixture/mixture_goldens.json. Made with scikit-learn 1.2 (Debian 12's python3-sklearn).

Flat row-major arrays of values that a float holds exactly: points [400 x 2], places [6 x 2]. fits holds, for 1 to 4
components, what sklearn.mixture.GaussianMixture (full covariances, reg_covar 1e-3, tol 1e-12, the best of 20 starts) finds:
weights [k], means [k x 2] and covariances [k x 2 x 2] in the order of the first coordinate of the mean, score (mean
log-likelihood) and bic over the points, and, for the places, logDensities [6] and responsibilities [6 x k] in that order.
"""

import json
import os

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

ROWS, FLOOR = 400, 1e-3


def float32_exact(x):
    return x.astype(np.float32).astype(np.float64)


def fit(points, places, components):
    model = GaussianMixture(
        components, reg_covar=FLOOR, tol=1e-12, max_iter=5000, n_init=20, random_state=1
    ).fit(points)
    order = np.argsort(model.means_[:, 0])
    return {
        "weights": model.weights_[order].tolist(),
        "means": model.means_[order].ravel().tolist(),
        "covariances": model.covariances_[order].ravel().tolist(),
        "score": model.score(points),
        "bic": model.bic(points),
        "logDensities": model.score_samples(places).tolist(),
        "responsibilities": model.predict_proba(places)[:, order].ravel().tolist(),
    }


def main():
    random = np.random.default_rng(7)
    means = np.array([[-2.0, 0.5], [0.3, -1.0], [1.8, 1.5]])
    factors = np.array([[[0.5, 0], [0.3, 0.2]], [[0.6, 0], [-0.4, 0.5]], [[0.3, 0], [0.1, 0.7]]])
    component = random.choice(3, ROWS, p=[0.5, 0.3, 0.2])
    normal = random.normal(0, 1, (ROWS, 2))
    points = float32_exact(means[component] + np.einsum("nij,nj->ni", factors[component], normal))
    places = float32_exact(np.array([[0, 0], [-2, 0.5], [1, 1], [-1, -0.25], [3, 3], [-8, 9]], dtype=float))
    golden = {
        "source": f"mixture_goldens.py, scikit-learn {sklearn.__version__}",
        "floor": FLOOR,
        "points": points.ravel().tolist(),
        "places": places.ravel().tolist(),
        "fits": [fit(points, places, k) for k in range(1, 5)],
    }
    folder = os.path.join(os.path.dirname(__file__), "../resources/org/gne/mixture")
    with open(os.path.join(folder, "mixture_goldens.json"), "w") as file:
        json.dump(golden, file)
        file.write("\n")


if __name__ == "__main__":
    main()
