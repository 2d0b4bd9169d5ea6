package org.gne.cli.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The methods that can be compared, and their names in the results. */
public enum Method {
    GNE("GNE"),
    VAE("VAE"),
    AUTOENCODER("autoencoder"),
    AUTOENCODER_GRIDS("autoencoder with grids"),
    TSNE("t-SNE"),
    UMAP("UMAP"),
    PCA("PCA");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** The usual name. */
    public String title() {
        return title;
    }

    /** The name of its folder and of its entry in {@code metrics.json}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes maps of two dimensions only. */
    public boolean isPlanar() {
        return this == TSNE || this == UMAP;
    }

    /**
     * The method of a name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Method of(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--methods: found " + name + ", expected some of "
                        + Arrays.stream(values()).map(Method::folder).collect(Collectors.joining(","))));
    }
}
