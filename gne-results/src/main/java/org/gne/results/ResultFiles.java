package org.gne.results;

import java.util.List;

/** The names of all files that commands write to result folders. */
public final class ResultFiles {

    /** The model of a fit. */
    public static final String MODEL = "model.safetensors";

    /** The state of a fit that is not finished. */
    public static final String CHECKPOINT = "checkpoint.safetensors";

    /** Coordinates, labels and errors of the rows. */
    public static final String EMBEDDING = "embedding.csv";

    /** The map with its rows. */
    public static final String MAP = "map.png";

    /** The map as SVG, by {@code gne draw}. */
    public static final String MAP_SVG = "map.svg";

    /** The map as PDF, by {@code gne draw}. */
    public static final String MAP_PDF = "map.pdf";

    /** The map, coloured by the reconstruction error. */
    public static final String ERRORS = "errors.png";

    /** Samples on a grid over the map. */
    public static final String GRID = "grid.png";

    /** Facts and measures; written last. */
    public static final String METRICS = "metrics.json";

    /** Where the rows came from: the inputs with their options. */
    public static final String INPUT = "input.json";

    /** How far each row has moved since rows were added, and which new rows the map before did not explain. */
    public static final String DRIFT = "drift.csv";

    /** The slice of each row, and the row of the same id in the slice before. */
    public static final String SLICES = "slices.csv";

    /** The figures of these moves, and the regions that filled or emptied. */
    public static final String DRIFT_FIGURES = "drift.json";

    /** The cluster of each row at each level. */
    public static final String CLUSTERS_TABLE = "clusters.csv";

    /** The tree of clusters: names, sizes, places. */
    public static final String CLUSTERS = "clusters.json";

    /** The files of a finished {@code gne fit}. */
    public static final List<String> FIT =
            List.of(MAP, ERRORS, GRID, EMBEDDING, CLUSTERS_TABLE, CLUSTERS, MODEL, METRICS);

    /** The text of each row, if rows have texts. */
    public static final String TEXTS = "texts.csv";

    /** The tags that people gave to rows on the page. */
    public static final String TAGS = "tags.csv";

    /** The vectors of the texts, by which another fit of them is faster. */
    public static final String VECTORS = "vectors.safetensors";

    /** The lock that keeps other processes from writing to a folder. */
    public static final String LOCK = ".gne.lock";

    /** The rows with the largest errors. */
    public static final String WORST_TABLE = "worst.csv";

    /** The same rows beside their reconstructions. */
    public static final String WORST = "worst.png";

    /** Error and density of every row. */
    public static final String ROWS = "rows.csv";

    /** How far each two classes overlap. */
    public static final String OVERLAP_TABLE = "overlap.csv";

    /** The columns of counts by which each class differs from the rest. */
    public static final String MARKERS = "markers.csv";

    /** The same as a figure. */
    public static final String OVERLAP = "overlap.png";

    /** The class of each position of a map. */
    public static final String REGIONS = "regions.png";

    /** The measures of several methods as a table. */
    public static final String TABLE = "table.md";

    /** The same table as CSV with all digits. */
    public static final String TABLE_CSV = "table.csv";

    /** The maps of several methods side by side. */
    public static final String MAPS = "maps.png";

    /** The samples decoded by several methods side by side. */
    public static final String GRIDS = "grids.png";

    /** The losses of several methods over the epochs. */
    public static final String LOSSES = "losses.png";

    /** The page of {@code gne reproduce}. */
    public static final String REPORT = "report.html";

    /** The page of {@code gne export}. */
    public static final String EXPORTED_PAGE = "map.html";

    /** The table of {@code gne export} as text. */
    public static final String EXPORTED_CSV = "map.csv";

    /** The table of {@code gne export} as Parquet. */
    public static final String EXPORTED_PARQUET = "map.parquet";

    /** The coordinates of {@code gne export}. */
    public static final String EXPORTED_ARRAY = "map.npy";

    /** The decoder of {@code gne export}. */
    public static final String EXPORTED_DECODER = "decoder.onnx";

    private ResultFiles() {}

    /**
     * A figure of the paper, reproduced by {@code gne reproduce}.
     *
     * @param number the number in the paper, like 1a
     */
    public static String figure(String number) {
        return "figure-" + number + ".png";
    }
}
