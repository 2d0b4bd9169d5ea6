"""Text embeddings to try maps on: the descriptions of Debian's packages by latent semantic analysis.

A row is a package of `apt-cache dumpavail` whose description has at least 40 characters; its words are weighted by
TF-IDF and reduced to 100 components, rows to unit length; its class is the section of the archive, for the 15 largest.

    /usr/bin/python3 package_descriptions.py OUT.npz     needs python3-sklearn, on Debian or Ubuntu
"""

import collections
import subprocess
import sys

import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

SECTIONS = 15


def packages():
    text = subprocess.run(["apt-cache", "dumpavail"], capture_output=True, text=True, check=True).stdout
    seen = set()
    for block in text.split("\n\n"):
        fields = {}
        name = None
        for line in block.split("\n"):
            if line.startswith(" ") and name:
                fields[name] += line
            elif ":" in line:
                name, value = line.split(":", 1)
                fields[name] = value.strip()
        description = fields.get("Description-en") or fields.get("Description") or ""
        if len(description) >= 40 and description not in seen:
            seen.add(description)
            yield fields["Package"], fields.get("Section", "unknown").split("/")[-1], description


def main():
    names, sections, texts = zip(*sorted(packages()))
    largest = {s for s, _ in collections.Counter(sections).most_common(SECTIONS)}
    rows = [i for i, s in enumerate(sections) if s in largest]
    words = TfidfVectorizer(sublinear_tf=True, min_df=5, max_df=0.2, stop_words="english")
    counts = words.fit_transform([texts[i] for i in rows])
    reduced = normalize(TruncatedSVD(100, random_state=1).fit_transform(counts))
    np.savez_compressed(
        sys.argv[1], X=reduced.astype(np.float32), y=np.array([sections[i] for i in rows])
    )
    print(f"{reduced.shape[0]} rows of {reduced.shape[1]} values, {len(largest)} classes")


main()
