"""Maps of simulated cells by UMAP (umap-learn, defaults, seed 1) on 50 principal components.

    python3 cell_maps.py FOLDER NAME      needs umap-learn

Reads NAME-components.csv and NAME-components-centred.csv, if it is there; writes NAME-umap.csv and NAME-umap-centred.csv.
"""

import os
import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore")
import umap

for kind in ("", "-centred"):
    file = os.path.join(sys.argv[1], f"{sys.argv[2]}-components{kind}.csv")
    if os.path.exists(file):
        points = umap.UMAP(random_state=1).fit_transform(np.loadtxt(file, delimiter=","))
        np.savetxt(os.path.join(sys.argv[1], f"{sys.argv[2]}-umap{kind}.csv"), points, fmt="%.7g", delimiter=",")
