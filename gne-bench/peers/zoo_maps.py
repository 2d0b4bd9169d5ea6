"""Maps of the zoo's tables by PCA, UMAP (umap-learn) and t-SNE (scikit-learn), on the rows that GNE's neighbours see.

    python3 zoo_maps.py OUT      needs python3-sklearn and umap-learn

For each folder OUT/fits/NAME, rows.csv holds standardised numbers and one-hot categories; gaps are filled with the mean of
the column. Writes pca.csv (coordinates) and pca-rows.csv, what two components reconstruct, and for the real tables umap.csv
and tsne.csv; the classes of the generated ones are so clean that they say nothing of a map. Defaults throughout, but for what few rows need: perplexity at most a third, neighbours at most half of the rows. Seeded.
"""

import os
import sys
import warnings

import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

warnings.filterwarnings("ignore")
import umap

LEAST_ROWS = 10


def main():
    fits = os.path.join(sys.argv[1], "fits")
    with open(os.path.join(sys.argv[1], "real.tsv")) as file:
        real = [line.split("\t")[0] for line in file]
    for name in sorted(os.listdir(fits)):
        folder = os.path.join(fits, name)
        rows = np.genfromtxt(os.path.join(folder, "rows.csv"), delimiter=",", ndmin=2)
        rows = rows.reshape(len(rows), -1)
        rows = np.where(np.isnan(rows), np.nan_to_num(np.nanmean(rows, axis=0)), rows)
        n, width = rows.shape
        if n < LEAST_ROWS or width < 2 or not rows.std(axis=0).any():
            continue
        pca = PCA(2, random_state=1)
        coordinates = pca.fit_transform(rows)
        save(folder, "pca", coordinates)
        save(folder, "pca-rows", pca.inverse_transform(coordinates))
        if name not in real:
            continue
        save(folder, "umap", umap.UMAP(n_neighbors=min(15, n // 2), random_state=1).fit_transform(rows))
        tsne = TSNE(perplexity=min(30, n / 3), init="pca", learning_rate="auto", random_state=1)
        save(folder, "tsne", tsne.fit_transform(rows))
        print(f"{name}: {n} rows of {width}", file=sys.stderr)


def save(folder, name, array):
    np.savetxt(os.path.join(folder, name + ".csv"), array, fmt="%.7g", delimiter=",")


main()
