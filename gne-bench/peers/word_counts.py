"""Adds the counts of the commonest words to a table of texts: a column w_WORD for each.

    python3 word_counts.py FILE.csv COLUMN OUT.csv [WORDS]

WORDS is the number of words, default 1,000. Words have at least 3 letters; those in more than a tenth of the texts are left out, as stop
words are.
"""

import collections
import csv
import re
import sys

file, column, out = sys.argv[1:4]
words = int(sys.argv[4]) if len(sys.argv) > 4 else 1000

with open(file, newline="", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
counts = [collections.Counter(re.findall(r"[a-z]{3,}", row[column].lower())) for row in rows]
texts = collections.Counter(word for count in counts for word in count)
chosen = [word for word, n in texts.most_common() if n <= len(rows) / 10][:words]
with open(out, "w", newline="", encoding="utf-8") as to:
    writer = csv.writer(to)
    writer.writerow(list(rows[0]) + ["w_" + word for word in chosen])
    for row, count in zip(rows, counts):
        writer.writerow(list(row.values()) + [count[word] for word in chosen])
