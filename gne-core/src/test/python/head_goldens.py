"""Goldens for org.gne.nn from SciPy: likelihoods and deviances of booleans, categories and counts.

    python3 head_goldens.py

Writes ../resources/org/gne/nn/head_goldens.json. Made with SciPy 1.10 (Debian 12's python3-scipy).

Flat row-major arrays, one case per element or row; values, means and dispersions are numbers that a float holds exactly.
Losses are negative natural logarithms of likelihoods, deviances what they exceed that of the likeliest mean by.

    binary: values [n] of 0 and 1, means [n], losses [n] = -scipy.stats.bernoulli.logpmf, deviances [n]
    shares: values [n] between 0 and 1, means [n], losses [n] = x times that of 1 plus 1 - x times that of 0,
        deviances [n] = scipy.special.rel_entr of both
    categorical: width, values [n x width] one-hot, means [n x width], losses [n] = -scipy.stats.multinomial.logpmf of one
        draw, deviances [n]
    counts: values [n], means [n], dispersions [n], losses [n] = -scipy.stats.nbinom.logpmf with n = r, p = r / (r + mean),
        deviances [n], coefficients [n]: the logarithm of the binomial coefficient in the likelihood
    poisson: values [n], means [n], losses [n] = -scipy.stats.poisson.logpmf, deviances [n]: the limit of a large dispersion
"""

import json
import os

import numpy as np
import scipy
from scipy import special, stats


def float32_exact(x):
    return np.asarray(x, dtype=np.float64).astype(np.float32).astype(np.float64)


def case(losses, best, **inputs):
    golden = {name: np.ravel(value).tolist() for name, value in inputs.items()}
    golden["losses"] = losses.tolist()
    golden["deviances"] = (losses - best).tolist()
    return golden


def binary(random):
    values = random.integers(0, 2, 40)
    means = float32_exact(random.uniform(0.001, 0.999, 40))
    losses = -stats.bernoulli.logpmf(values, means)
    return case(losses, -stats.bernoulli.logpmf(values, values), values=values, means=means)


def shares(random):
    values = float32_exact(random.uniform(0, 1, 40))
    means = float32_exact(random.uniform(0.001, 0.999, 40))
    losses = -values * stats.bernoulli.logpmf(1, means) - (1 - values) * stats.bernoulli.logpmf(0, means)
    golden = case(losses, 0, values=values, means=means)
    golden["deviances"] = (special.rel_entr(values, means) + special.rel_entr(1 - values, 1 - means)).tolist()
    return golden


def categorical(random, width):
    values = np.eye(width)[random.integers(0, width, 20)]
    # Parts of 2^20, so that floats add up to 1.
    whole = 2**20
    parts = [random.multinomial(whole - width, p) + 1 for p in random.dirichlet(np.full(width, 0.7), 20)]
    means = np.array(parts) / whole
    losses = -stats.multinomial.logpmf(values, 1, means)
    return {"width": width, **case(losses, np.zeros(20), values=values, means=means)}


def counts(random):
    dispersions = float32_exact(np.repeat([0.1, 0.7, 3, 40, 1000], 12))
    means = float32_exact(random.uniform(0.01, 1, 60) * np.tile([1, 1, 3, 20, 100, 2000], 10))
    values = random.negative_binomial(dispersions, dispersions / (dispersions + means))
    # A likeliest mean of 0 is as good as 0.
    near = np.maximum(values, 1e-300)
    losses = -stats.nbinom.logpmf(values, dispersions, dispersions / (dispersions + means))
    best = -stats.nbinom.logpmf(values, dispersions, dispersions / (dispersions + near))
    coefficients = special.gammaln(values + dispersions) - special.gammaln(dispersions) - special.gammaln(values + 1)
    return case(losses, best, values=values, means=means, dispersions=dispersions, coefficients=coefficients)


def poisson(random):
    means = float32_exact(random.uniform(0.01, 1, 40) * np.tile([1, 3, 20, 100], 10))
    values = random.poisson(means)
    losses = -stats.poisson.logpmf(values, means)
    return case(losses, -stats.poisson.logpmf(values, np.maximum(values, 1e-300)), values=values, means=means)


def main():
    random = np.random.default_rng(11)
    golden = {
        "source": f"head_goldens.py, SciPy {scipy.__version__}",
        "binary": binary(random),
        "shares": shares(random),
        "categorical": [categorical(random, width) for width in (2, 7, 30)],
        "counts": counts(random),
        "poisson": poisson(random),
    }
    folder = os.path.join(os.path.dirname(__file__), "../resources/org/gne/nn")
    with open(os.path.join(folder, "head_goldens.json"), "w") as file:
        json.dump(golden, file)
        file.write("\n")


if __name__ == "__main__":
    main()
