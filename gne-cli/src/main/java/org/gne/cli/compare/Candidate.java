package org.gne.cli.compare;

import org.gne.cli.output.Method;
import org.gne.kernel.Parallel;

/**
 * A method in a comparison.
 *
 * @param name the name of its folder and of its entry in {@code metrics.json}
 * @param title the usual name of the method
 * @param fit fits a map
 */
public record Candidate(String name, String title, Fit fit) {

    /** Fits a map. */
    @FunctionalInterface
    public interface Fit {
        MethodMap of(Setup setup, Parallel parallel, MethodProgress progress);
    }

    /** A method under its own name. */
    public static Candidate of(Method method) {
        Fit fit = switch (method) {
            case GNE -> (setup, parallel, progress) -> MethodFits.gne(setup, setup.gne(), progress);
            case VAE -> MethodFits::vae;
            case AUTOENCODER -> MethodFits::autoencoder;
            case AUTOENCODER_GRIDS -> MethodFits::autoencoderGrids;
            case TSNE -> MethodFits::tsne;
            case UMAP -> (setup, parallel, progress) -> MethodFits.umap(setup, progress);
            case PCA -> (setup, parallel, progress) -> MethodFits.pca(setup, parallel);
        };
        return new Candidate(method.folder(), method.title(), fit);
    }
}
