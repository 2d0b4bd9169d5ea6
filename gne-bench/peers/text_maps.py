"""Maps of the texts of a fit by other programs, from the same vectors, measured in the same way as GNE's map.

    /usr/bin/python3 text_maps.py FOLDER [METHOD ...]

FOLDER is that of gne fit --text --label (vectors.safetensors, texts.csv, embedding.csv). METHOD is umap (umap-learn), tsne
(scikit-learn, Barnes-Hut), pca; default: all. Defaults throughout, except the metric: cosine. Prints a JSON object per method, GNE's
first: 5-NN accuracy of the label on the map (5 of 6 rows against the others, spread evenly), trustworthiness and continuity with 12 neighbours
on a seeded subset of 5,000 rows, cosine in the space of the vectors; the seconds of the fit.

For the clusters: their number, and their purity, the share of rows whose label is the commonest one of their cluster. GNE's are those of the
middle level of clusters.csv. On the other maps, and on GNE's map for comparison, Tribuo's HDBSCAN finds them (gne-bench/run Hdbscan) with the least size that gives the number nearest to GNE's; noise is the
share of rows in no cluster, purity counts rows in clusters only, and purityOfAll gives each row of the noise the cluster of its nearest clustered row.
"""

import csv
import hashlib
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import time

import numpy as np
from sklearn.manifold import trustworthiness
from sklearn.neighbors import KNeighborsClassifier

csv.field_size_limit(1 << 30)


def column(file, name):
    with open(file, newline="", encoding="utf-8") as lines:
        return [row[name] for row in csv.DictReader(lines)]


def vectors(folder, texts):
    data = open(f"{folder}/vectors.safetensors", "rb").read()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])

    def tensor(name, kind):
        begin, end = header[name]["data_offsets"]
        return np.frombuffer(data[8 + length + begin : 8 + length + end], kind).reshape(header[name]["shape"])

    row = {bytes(key): i for i, key in enumerate(tensor("keys", "u1"))}
    return tensor("vectors", "<f4")[[row[hashlib.sha256(text.encode()).digest()[:16]] for text in texts]]


def purity(clusters, labels):
    majority = sum(np.unique(labels[clusters == c], return_counts=True)[1].max() for c in np.unique(clusters))
    return majority / len(labels)


def of_hdbscan(z, labels, wanted):
    """The clusters of HDBSCAN whose number is nearest to the wanted one."""
    with tempfile.TemporaryDirectory() as folder:
        np.savetxt(f"{folder}/map.csv", z, "%.9g", ",", header="x,y", comments="")
        sizes = [str(least) for least in (40, 60, 80, 100, 120, 140, 160, 200, 250, 320, 400, 500)]
        run = pathlib.Path(__file__).parents[1] / "run"
        subprocess.run([run, "Hdbscan", f"{folder}/map.csv", str(wanted), f"{folder}/clusters.csv", *sizes], check=True)
        best = np.loadtxt(f"{folder}/clusters.csv", int)
    inside = best >= 0
    nearest = KNeighborsClassifier(1).fit(z[inside], best[inside]).predict(z)
    return {
        "clusters": int(best.max()) + 1,
        "noise": 1 - inside.mean(),
        "purity": purity(best[inside], labels[inside]),
        "purityOfAll": purity(nearest, labels),
    }


def measured(method, x, z, labels, seconds, clusters):
    test = np.arange(len(z)) % 6 == 5
    knn = KNeighborsClassifier(5).fit(z[~test], labels[~test])
    subset = np.sort(np.random.default_rng(1).choice(len(z), min(len(z), 5000), replace=False))
    result = {
        "method": method,
        "rows": len(z),
        "knnAccuracy": knn.score(z[test], labels[test]),
        "trustworthiness": trustworthiness(x[subset], z[subset], n_neighbors=12),
        "continuity": trustworthiness(z[subset], x[subset], n_neighbors=12),
    }
    if seconds:
        result["fitSeconds"] = seconds
    result |= clusters
    print(json.dumps({k: round(float(v), 4) if not isinstance(v, (str, int)) else v for k, v in result.items()}), flush=True)


def main():
    folder, methods = sys.argv[1], sys.argv[2:] or ["umap", "tsne", "pca"]
    texts = column(f"{folder}/texts.csv", "text")
    # An apostrophe guards texts that spreadsheets would take for formulas.
    texts = [t[1:] if t.startswith("'") and t.lstrip("'")[:1] in tuple("=+-@\t\r") else t for t in texts]
    known = np.array([bool(t.strip()) for t in texts])
    x = vectors(folder, [t for t in texts if t.strip()])
    table = f"{folder}/embedding.csv"
    labels = np.array(column(table, "label"))[known]
    z = np.stack([np.array(column(table, axis), np.float32) for axis in "xy"], 1)[known]
    own = np.array(column(f"{folder}/clusters.csv", "cluster_1"))[known]
    wanted = len(np.unique(own))
    measured("gne", x, z, labels, None, {"clusters": wanted, "purity": purity(own, labels)})
    measured("gne, HDBSCAN", x, z, labels, None, of_hdbscan(z, labels, wanted))
    for method in methods:
        begin = time.perf_counter()
        if method == "umap":
            import umap

            z = umap.UMAP(metric="cosine").fit_transform(x)
        elif method == "tsne":
            from sklearn.manifold import TSNE

            # Rows have unit length: the squared Euclidean distance is twice that of the cosine.
            z = TSNE(n_jobs=-1).fit_transform(x)
        else:
            from sklearn.decomposition import PCA

            z = PCA(2).fit_transform(x)
        seconds = time.perf_counter() - begin
        z = np.asarray(z)
        measured(method, x, z, labels, seconds, of_hdbscan(z, labels, wanted))


if __name__ == "__main__":
    main()
