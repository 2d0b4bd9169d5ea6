package org.gne.cli.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The methods that can be compared. */
public enum Method {
    GNE("GNE", (setup, parallel, progress) -> MethodFits.gne(setup, setup.gne(), progress)),
    VAE("VAE", MethodFits::vae),
    AUTOENCODER("autoencoder", MethodFits::autoencoder),
    TSNE("t-SNE", MethodFits::tsne),
    UMAP("UMAP", (setup, parallel, progress) -> MethodFits.umap(setup, progress)),
    PCA("PCA", (setup, parallel, progress) -> MethodFits.pca(setup, parallel));

    private final Candidate candidate;

    Method(String title, Candidate.Fit fit) {
        candidate = new Candidate(name().toLowerCase(Locale.ROOT), title, fit);
    }

    public Candidate candidate() {
        return candidate;
    }

    /** Whether the method supports maps of two dimensions only. */
    boolean isPlanar() {
        return this == TSNE || this == UMAP;
    }

    /**
     * The method with a name; upper or lower case does not matter.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Method of(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--methods: found " + name + ", expected some of "
                        + Arrays.stream(values())
                                .map(method -> method.candidate.name())
                                .collect(Collectors.joining(","))));
    }
}
