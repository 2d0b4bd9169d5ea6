"""Tables as Arrow and pandas write them, for the readers' tests.

    python3 arrow_goldens.py

Writes ../resources/org/gne/sql/arrow.parquet (pyarrow 25.0.1, snappy, with page checksums), arrow.jsonl and arrow.jsonl.gz:
40 rows. Column i is the row's number, x = i / 7 - 2 (every ninth missing), flag = i is a multiple of 3 (every fifth missing),
colour = red, green or blue (every eleventh missing; dictionary in Parquet), big = i * 10^12.
"""

import gzip
import json
import os

import pyarrow as pa
import pyarrow.parquet as pq

here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/org/gne/sql")
os.makedirs(here, exist_ok=True)
rows = [
    {
        "i": i,
        "x": None if i % 9 == 8 else i / 7 - 2,
        "flag": None if i % 5 == 4 else i % 3 == 0,
        "colour": None if i % 11 == 10 else ["red", "green", "blue"][i % 3],
        "big": i * 10**12,
    }
    for i in range(40)
]
table = pa.Table.from_pylist(rows)
colours = table.column("colour").dictionary_encode()
table = table.set_column(table.schema.get_field_index("colour"), "colour", colours)
pq.write_table(table, os.path.join(here, "arrow.parquet"), write_page_checksum=True)

# A missing value is null in some rows and not there in others.
lines = "".join(
    json.dumps({k: v for k, v in row.items() if v is not None or row["i"] % 2 == 0}) + "\n" for row in rows
)
with open(os.path.join(here, "arrow.jsonl"), "w") as out:
    out.write(lines)
with open(os.path.join(here, "arrow.jsonl.gz"), "wb") as out:
    out.write(gzip.compress(lines.encode(), mtime=1))
