"""Writes the Arrow files that ArrowTest reads, with pyarrow.

    python3 gne-arrow/src/test/python/arrow_goldens.py

Made with pyarrow 25.0.1. Column i is the row's number, x = i / 7 - 2 (every ninth missing), flag = i is a multiple of 3, colour = red,
green or blue (every eleventh missing; a dictionary), day = 2020-01-31 + i days, time = 2020-01-31T12:00 + i hours, and so on.
"""

import datetime
import decimal
import pathlib

import pyarrow as pa
from pyarrow import feather, ipc

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "org" / "gne" / "arrow"
ROWS = range(40)
table = pa.table(
    {
        "i": pa.array(ROWS, pa.uint64()),
        "x": pa.array([None if i % 9 == 8 else i / 7 - 2 for i in ROWS]),
        "half": pa.array([i * 0.5 for i in ROWS], pa.float32()),
        "flag": pa.array([i % 3 == 0 for i in ROWS]),
        "colour": pa.array([None if i % 11 == 10 else ["red", "green", "blue"][i % 3] for i in ROWS]).dictionary_encode(),
        "name": pa.array([f"n\u00e4me {i}" for i in ROWS], pa.large_string()),
        "day": pa.array([datetime.date(2020, 1, 31) + datetime.timedelta(days=i) for i in ROWS]),
        "time": pa.array(
            [datetime.datetime(2020, 1, 31, 12) + datetime.timedelta(hours=i) for i in ROWS], pa.timestamp("us", "Europe/Berlin")
        ),
        "price": pa.array([decimal.Decimal(i) / 4 for i in ROWS], pa.decimal128(10, 2)),
    }
)
for codec in ("lz4", "zstd", "uncompressed"):
    feather.write_feather(table, FOLDER / f"{codec}.feather", compression=codec, chunksize=15)
with ipc.new_stream(FOLDER / "stream.arrows", table.schema) as out:
    out.write_table(table, max_chunksize=15)
feather.write_feather(pa.table({"a": [[1, 2], [3]], "b": [1, 2]}), FOLDER / "list.arrow", compression="uncompressed")
