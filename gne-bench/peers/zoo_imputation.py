"""Fills in the values that zoo_tables.py removed, by scikit-learn, and measures what all methods filled in.

    python3 zoo_imputation.py OUT      needs python3-sklearn and python3-pandas

OUT/gaps/NAME.csv has the gaps, OUT/whole/NAME.csv the true values, OUT/filled/NAME.csv what GNE filled in. KNNImputer
(5 neighbours, by distance or not: its default, uniform) and IterativeImputer (Bayesian ridge, at most 10 rounds) get
standardised numbers and one-hot categories; of a category's columns the highest one counts. IterativeImputer gets one
column less for each category, the first: all of them add up to 1, so its regression would predict each from the others,
which stand at their means, and never leave the means. "mean" is the mean or the most
frequent value. Writes OUT/imputation.json: root mean squared error of numbers in standard deviations of the column, over
all removed cells, and the share of categories that are right.
"""

import glob
import json
import os
import sys
import warnings

import numpy as np
import pandas as pd
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer

METHODS = {
    "knn": lambda: KNNImputer(n_neighbors=5),
    "iterative": lambda: IterativeImputer(random_state=1),
}


def columns(whole):
    """Names of the columns of numbers and of categories; a date is a number of days."""
    for name in whole.select_dtypes("object"):
        try:
            whole[name] = days(whole[name])
        except ValueError:
            pass
    whole = whole.astype({name: str for name in whole.select_dtypes("bool")})
    numbers = list(whole.select_dtypes("number"))
    return whole, numbers, [name for name in whole if name not in numbers]


def booleans(found, whole, categories):
    """GNE writes words such as y and n as true and false; their truth is spelt as in the other table."""
    words = {"true": "true", "yes": "true", "y": "true", "t": "true", "false": "false", "no": "false", "n": "false", "f": "false"}
    for name in categories:
        if set(found[name].astype(str).str.lower()) <= {"true", "false"}:
            spelt = {words[str(value).lower()]: value for value in whole[name].dropna().unique()}
            found[name] = found[name].astype(str).str.lower().map(spelt)
    return found


def days(texts):
    dates = pd.to_datetime(texts, format="%Y-%m-%d", errors="raise")
    return (dates - pd.Timestamp("1970-01-01")) / pd.Timedelta(days=1)


def encoded(gaps, numbers, categories):
    """Standardised numbers and one-hot categories, nan where a value is missing, and the columns of each category."""
    parts = [((gaps[numbers] - gaps[numbers].mean()) / gaps[numbers].std(ddof=0)).to_numpy(float)]
    slots, at = {}, len(numbers)
    for name in categories:
        values = sorted(gaps[name].dropna().unique())
        hot = np.stack([(gaps[name] == value) for value in values], axis=1).astype(float)
        hot[gaps[name].isna()] = np.nan
        parts.append(hot)
        slots[name] = (at, values)
        at += len(values)
    return np.concatenate(parts, axis=1), slots


def filled_by(imputer, matrix, slots):
    """Fills in a matrix without the first column of each category in slots, which is 1 minus the others."""
    if not slots:
        # Another order in memory would round distances in another way, and KNNImputer has many ties.
        return imputer.fit_transform(matrix)
    first = [at for at, _ in slots.values()]
    rest = [j for j in range(matrix.shape[1]) if j not in first]
    filled = np.empty_like(matrix)
    filled[:, rest] = imputer.fit_transform(matrix[:, rest])
    for at, values in slots.values():
        filled[:, at] = 1 - filled[:, at + 1 : at + len(values)].sum(axis=1)
    return filled


def decoded(filled, gaps, numbers, slots):
    found = gaps.copy()
    for j, name in enumerate(numbers):
        found[name] = filled[:, j] * gaps[name].std(ddof=0) + gaps[name].mean()
    for name, (at, values) in slots.items():
        found[name] = np.array(values, object)[filled[:, at : at + len(values)].argmax(axis=1)]
    return found


def score(found, whole, removed, numbers, categories):
    squares, right = [], []
    for name in numbers:
        rows = removed[name]
        squares.append(((found[name][rows].astype(float) - whole[name][rows]) / whole[name].std(ddof=0)) ** 2)
    for name in categories:
        rows = removed[name]
        right.append(found[name][rows].astype(str) == whole[name][rows].astype(str))
    result = {}
    if squares:
        result["rmse"] = round(float(np.sqrt(pd.concat(squares).mean())), 4)
    if right:
        result["accuracy"] = round(float(pd.concat(right).mean()), 4)
    return result


def main():
    out = sys.argv[1]
    tables = []
    for path in sorted(glob.glob(os.path.join(out, "filled", "*.csv"))):
        name = os.path.basename(path)[:-4]
        read = lambda folder: pd.read_csv(os.path.join(out, folder, name + ".csv"))
        whole, numbers, categories = columns(read("whole"))
        gaps = whole.mask(read("gaps").isna())
        removed = gaps.isna() & whole.notna()
        matrix, slots = encoded(gaps, numbers, categories)
        result = {"name": name, "rows": len(whole), "numbers": len(numbers), "categories": len(categories)}
        result["removed"] = int(removed.to_numpy().sum())
        constant = np.where(np.isnan(matrix), np.nanmean(matrix, axis=0), matrix)
        answers = {"mean": constant}
        for method, imputer in METHODS.items():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                answers[method] = filled_by(imputer(), matrix, slots if method == "iterative" else {})
        for method, filled in answers.items():
            result[method] = score(decoded(filled, gaps, numbers, slots), whole, removed, numbers, categories)
        gne = booleans(columns(read("filled"))[0], whole, categories)
        missing = [column for column in whole if column not in gne]
        if missing:
            raise SystemExit(f"{name}: GNE filled in no column {missing}, expected all of {list(whole)}")
        result["gne"] = score(gne, whole, removed, numbers, categories)
        tables.append(result)
        print(json.dumps(result), file=sys.stderr)
    with open(os.path.join(out, "imputation.json"), "w") as file:
        json.dump({"tables": tables}, file, indent=1)


main()
