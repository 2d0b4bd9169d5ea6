"""Writes excel/openpyxl.xlsx, which ExcelTest reads. Needs openpyxl (Debian: python3-openpyxl).

    python3 gne-io/src/test/python/excel_goldens.py
"""

import datetime
import pathlib

import openpyxl
from openpyxl.styles import numbers

FOLDER = pathlib.Path(__file__).parent.parent / "resources" / "org" / "gne" / "io" / "excel"

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Data"
sheet.append(["name", "height", "born", "seen", "sick", "group"])
for i in range(12):
    sheet.append(
        [
            f"n\u00e4me {i}",
            1.5 + i / 8,
            datetime.date(2020, 1, 31) + datetime.timedelta(days=i * i),
            datetime.datetime(2021, 3, 1, 12, 30, 5) + datetime.timedelta(hours=7 * i),
            i % 2 == 0,
            "abc"[i % 3],
        ]
    )
sheet["C3"].number_format = numbers.FORMAT_DATE_DDMMYY
other = book.create_sheet("Other")
other.append(["x", "y"])
for i in range(5):
    other.append([i * i, -i / 3])
FOLDER.mkdir(exist_ok=True)
book.save(FOLDER / "openpyxl.xlsx")
