"""Maps of the texts of a fit by other programs, from the same vectors, measured in the same way as GNE's map.

    /usr/bin/python3 text_maps.py FOLDER [METHOD ...]

FOLDER is that of gne fit --text --label (vectors.safetensors, texts.csv, embedding.csv). METHOD is umap (umap-learn), tsne
(scikit-learn, Barnes-Hut), pca; default: all. Defaults throughout, except the metric: cosine. Prints a JSON object per method, GNE's
first: 5-NN accuracy of the label on the map (5 of 6 rows against the others, spread evenly), trustworthiness and continuity with 12 neighbours
on a seeded subset of 5,000 rows, cosine in the space of the vectors; the seconds of the fit.
"""

import csv
import hashlib
import json
import struct
import sys
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


def measured(method, x, z, labels, seconds):
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
    print(json.dumps({k: round(float(v), 4) if k not in ("method", "rows") else v for k, v in result.items()}), flush=True)


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
    measured("gne", x, z, labels, None)
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
        measured(method, x, np.asarray(z), labels, time.perf_counter() - begin)


if __name__ == "__main__":
    main()
