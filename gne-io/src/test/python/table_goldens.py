"""Tables as pandas writes them, for the readers' tests.

    python3 table_goldens.py

Writes ../resources/org/gne/io/table/pandas.csv and pandas.tsv.gz: 40 rows. Made with pandas 1.5.3 and numpy 1.24 (Debian
12). Column i is the row's number, x = i / 7 - 2 (every ninth missing), flag = i is a multiple of 3, colour = red, "green,
light" or a text with a quote and a line end (every eleventh missing), big = i * 10^12.
"""

import os

import numpy as np
import pandas as pd

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/org/gne/io/table")
i = np.arange(40)
colours = np.array(["red", "green, light", 'so-called "blue"\nor not'], dtype=object)
table = pd.DataFrame(
    {
        "i": i,
        "x": np.where(i % 9 == 8, np.nan, i / 7 - 2),
        "flag": i % 3 == 0,
        "colour": np.where(i % 11 == 10, None, colours[i % 3]),
        "big": i.astype(np.int64) * 10**12,
    }
)
table.to_csv(os.path.join(here, "pandas.csv"), index=False)
table.to_csv(
    os.path.join(here, "pandas.tsv.gz"), sep="\t", na_rep="NA", compression={"method": "gzip", "mtime": 1}
)
