"""Compares what GNE read (.ci/suites) with what csv, json, pandas and Pillow read. Prints a table, fails on wrong files."""
import csv
import json
import math
import sys

import numpy
import pandas
from PIL import Image

csv.field_size_limit(1 << 24)
MISSING = {"", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "-NaN", "-nan", "null", "NULL", "<NA>", "None", "?", "-"}


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def same(found, expected):
    """Whether two cells are the same: texts, numbers of the same value, or both missing."""
    if found is None:
        return expected is None or str(expected).strip() in MISSING
    if isinstance(expected, bool):
        return found.lower() == str(expected).lower()
    if found == str(expected):
        return True
    a, b = number(found), number(expected)
    if a is None and b is None:
        try:
            times = [pandas.Timestamp(t).tz_localize(None) if pandas.Timestamp(t).tz is None
                     else pandas.Timestamp(t).tz_convert(None) for t in (found, expected)]
            return times[0] == times[1]
        except (ValueError, TypeError):
            return False
    return a is not None and b is not None and (a == b or math.isclose(a, b, rel_tol=1e-15))


def compare(found, columns, rows):
    """Why the tables differ, or None."""
    if len(found["columns"]) != len(columns):
        return f"{len(found['columns'])} columns, expected {len(columns)}"
    if len(found["rows"]) != len(rows):
        return f"{len(found['rows'])} rows, expected {len(rows)}"
    names = [str(c).strip() or f"column{i + 1}" for i, c in enumerate(columns)]
    if found["columns"] != names:
        return f"columns {found['columns'][:4]}, expected {names[:4]}"
    for i, (row, expected) in enumerate(zip(found["rows"], rows)):
        for name, a, b in zip(names, row, expected):
            if not same(a, b):
                return f"row {i + 1}, column {name}: {a!r}, expected {b!r}"
    return None


def table(found):
    path = found["file"]
    if path.endswith(".json"):
        frame = pandas.DataFrame(json.load(open(path, encoding="utf-8-sig")))
        order = [c for c in found["columns"] if c in frame.columns]
        if len(order) == len(frame.columns):
            frame = frame[order]
        # Of one object with a list pandas makes rows; GNE refuses it.
        lists = len(found["rows"]) == 1 and any(str(cell).startswith("[") for cell in found["rows"][0])
        if found["doubts"] or lists:
            return "doubt"
        values = frame.astype(object).where(frame.notna(), None).values.tolist()
        return compare(found, list(frame.columns), values)
    with open(path, newline="", encoding="utf-8-sig") as file:
        records = [r for r in csv.reader(file, delimiter="\t" if path.endswith(".tsv") else ",") if r]
    # A table that GNE reads without names has them in its first row here.
    if found["columns"] == [str(i) for i in range(len(records[0]))]:
        return compare(found, found["columns"], records)
    return compare(found, records[0], records[1:])


def picture(found):
    image = Image.open(found["file"])
    grey = image.mode in ("L", "1", "I;16", "I", "LA")
    if image.mode not in ("L", "RGB"):
        return "doubt"
    pixels = numpy.asarray(image.convert("L" if grey else "RGB")).astype(float).ravel()
    mine = numpy.asarray(found["pixels"])
    if mine.size != pixels.size:
        return "doubt" if mine.size * 3 == pixels.size else f"{mine.size} values, expected {pixels.size}"
    return None if numpy.abs(mine - pixels).max() <= 1 else f"differs by {numpy.abs(mine - pixels).max()}"


def main():
    counts = {"right": 0, "refused": 0, "not compared": 0, "WRONG": 0}
    for line in open(sys.argv[1], encoding="utf-8"):
        found = json.loads(line)
        name = "/".join(found["file"].split("/")[2:])
        why = ""
        if "crashed" in found:
            verdict, why = "WRONG", found["crashed"]
        elif "refused" in found:
            verdict, why = "refused", found["refused"].replace(found["file"], "")[:110]
            if "\n" in found["refused"]:
                verdict = "WRONG"
        else:
            try:
                why = picture(found) if "pixels" in found else table(found)
            except (ValueError, TypeError, KeyError):
                why = "doubt"
            verdict = "right" if why is None else "not compared" if why == "doubt" else "WRONG"
            why = "" if why in (None, "doubt") else why
        counts[verdict] += 1
        print(f"{verdict:13} {name:60} {why}")
    print("suites: " + ", ".join(f"{n} {what}" for what, n in counts.items()))
    sys.exit(1 if counts["WRONG"] else 0)


main()
