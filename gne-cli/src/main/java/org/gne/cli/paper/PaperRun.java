package org.gne.cli.paper;

import java.util.List;
import java.util.Locale;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.baseline.AutoencoderOptions;
import org.gne.cli.compare.Candidate;
import org.gne.cli.compare.MethodFits;
import org.gne.cli.compare.Setup;
import org.gne.cli.output.Method;
import org.gne.data.Dataset;
import org.gne.data.Scaling;
import org.gne.data.Survey;

/**
 * The comparison of the paper.
 *
 * @param setup the rows and the seed of all methods; GNE has its default options
 * @param paperEpochs the number of epochs of the paper's listing, which the paper does not give
 * @param allRows the number of rows of the whole data set
 */
record PaperRun(Setup setup, int paperEpochs, int allRows) {

    static final String TSNE = "tsne";
    static final String GNE = "gne";
    static final String GNE_PAPER = "gne-paper";
    static final String VAE = "vae";

    static PaperRun of(Dataset data, int allRows, long seed, int threads, int paperEpochs) {
        GneOptions gne = GneOptions.defaults().withSeed(seed).withThreads(threads);
        Survey survey = Survey.of(data.samples());
        Scaling scaling = gne.scalingFor(survey, data.samples().schema());
        AutoencoderOptions network =
                AutoencoderOptions.of(gne.headsFor(survey, data.samples().schema(), scaling));
        return new PaperRun(Setup.of(data, survey, scaling, gne, network), paperEpochs, allRows);
    }

    List<Candidate> candidates() {
        GneOptions listing = GneOptions.of(Preset.PAPER)
                .withSeed(setup.seed())
                .withThreads(setup.threads())
                .withEpochs(paperEpochs);
        return List.of(
                Candidate.of(Method.TSNE),
                new Candidate(GNE, "GNE (default)", Candidate.of(Method.GNE).fit()),
                new Candidate(
                        GNE_PAPER,
                        "GNE (paper)",
                        (common, parallel, progress) -> MethodFits.gne(common, listing, progress)),
                Candidate.of(Method.VAE));
    }

    /** The command that runs one of the methods alone, with the same result. */
    String command(String name) {
        String what = switch (name) {
            case GNE -> "fit mnist";
            case GNE_PAPER -> "fit mnist --preset paper --epochs " + paperEpochs;
            case VAE ->
                "compare mnist --methods vae --blocks " + setup.network().blocks();
            default -> "compare mnist --methods " + name;
        };
        String limit = isWhole() ? "" : " --limit " + setup.scaled().size();
        return "gne " + what + limit + " --seed " + setup.seed() + " --out " + name;
    }

    /** Whether all rows of the data set are used. */
    boolean isWhole() {
        return setup.scaled().size() == allRows;
    }

    /** The number of rows as text. */
    String rows() {
        return String.format(Locale.ROOT, "%,d", setup.scaled().size());
    }
}
