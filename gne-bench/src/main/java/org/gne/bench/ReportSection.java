package org.gne.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gne.quality.Measure;

/** The sections of the page in their order; each is written from one file. */
enum ReportSection {
    TIME_TO_ERROR("time-to-error.json", "Time to the paper's error") {
        @Override
        void write(StringBuilder page, Map<String, Object> result) {
            List<Double> gne = Results.numbers(result.get("gneSeconds"));
            List<Double> epoch = Results.numbers(result.get("libtorchSecondsPerEpoch"));
            int epochs = (int) Results.number(result.get("epochs"));
            List<Double> libtorch = epoch.stream().map(s -> s * epochs).toList();
            page.append(
                            "`gne-bench/time-to-error`: the time from a cold start to a map of MNIST with the paper's error, at most 0.0288, by\n")
                    .append("`gne fit mnist ")
                    .append(result.get("options"))
                    .append(
                            "`, including all files that it writes, for seeds 1, 2 ...; compared with the paper's listing in libtorch.\n")
                    .append("**The time of libtorch is extrapolated and too low**: it is the time of one epoch times ")
                    .append(Integer.toString(epochs))
                    .append(
                            " epochs, after which\nthe error of the listing is still 0.0346 ([quality.md](quality.md)), without"
                                    + " the time for starting and reading.\n\n")
                    .append("| | seconds |\n|---|---|\n")
                    .append("| `gne fit`, errors ")
                    .append(Spread.of(Results.numbers(result.get("gneErrors"))).text(4))
                    .append(" | ")
                    .append(Spread.of(gne).text(1))
                    .append(" |\n| libtorch, one epoch | ")
                    .append(Spread.of(epoch).text(3))
                    .append(" |\n| libtorch, at least | ")
                    .append(Spread.of(libtorch).text(0))
                    .append(" |\n| **libtorch / GNE, at least** | **")
                    .append(Spread.ratios(libtorch, gne).text(0))
                    .append("** |\n");
        }
    },
    START("start.json", "Start of the command") {
        @Override
        void write(StringBuilder page, Map<String, Object> result) {
            page.append("`gne --help`, the whole process with the launcher, after a first run that is not counted:\n\n")
                    .append("| JDK | seconds |\n|---|---|\n");
            for (String jdk : List.of("17", "25")) {
                page.append("| ")
                        .append(jdk)
                        .append(" | ")
                        .append(Spread.of(Results.numbers(result.get("jdk" + jdk)))
                                .text(2))
                        .append(" |\n");
            }
        }
    },
    UMAP_DEFAULT("umap-default.json", "Against umap-learn, preset default") {
        @Override
        void write(StringBuilder page, Map<String, Object> result) {
            umap(page, result, "");
        }
    },
    UMAP_FAST("umap-fast.json", "Against umap-learn, preset fast") {
        @Override
        void write(StringBuilder page, Map<String, Object> result) {
            umap(page, result, " --preset fast");
        }
    },
    TSNE("tsne.json", "t-SNE against scikit-learn") {
        @Override
        void write(StringBuilder page, Map<String, Object> result) {
            int rows = (int) Results.number(result.get("rows"));
            page.append("`gne-bench/against-tsne FOLDER ")
                    .append(Integer.toString(rows))
                    .append(
                            "`: 1,000 iterations each; times of whole processes until they have the coordinates. The quality\n")
                    .append("of the maps is in [quality.md](quality.md).\n\n")
                    .append("| | seconds | GNE / other | memory, MB | divergence |\n|---|---|---|---|---|\n");
            List<Map<String, Object>> rounds = Results.objects(result.get("rounds"));
            List<Double> ours = new ArrayList<>();
            for (Map<String, Object> round : rounds) {
                ours.add(Results.number(tsne(round, "gne").get("processSeconds")));
            }
            for (String name : List.of("gne", "scikit-learn", "umap-learn")) {
                List<Double> seconds = new ArrayList<>();
                List<Double> megabytes = new ArrayList<>();
                List<Double> divergences = new ArrayList<>();
                for (Map<String, Object> round : rounds) {
                    if (name.equals("gne") || round.containsKey(name)) {
                        seconds.add(Results.number(tsne(round, name).get("processSeconds")));
                        megabytes.add(Results.number(tsne(round, name).get("peakMegabytes")));
                        Map<String, Object> measured = Results.object(round.get("gne"));
                        divergences.add(
                                Results.number(Results.object(measured.get(name.equals("gne") ? "gne" : name + ".csv"))
                                        .get("divergence")));
                    }
                }
                if (!seconds.isEmpty()) {
                    page.append("| ")
                            .append(name.equals("gne") ? "`Tsne`" : name)
                            .append(" | ")
                            .append(Spread.of(seconds).text(1))
                            .append(" | ")
                            .append(
                                    name.equals("gne")
                                            ? ""
                                            : Spread.ratios(ours, seconds).text(3))
                            .append(" | ")
                            .append(Spread.of(megabytes).text(0))
                            .append(" | ")
                            .append(Spread.of(divergences).text(3))
                            .append(" |\n");
                }
            }
        }
    },
    JMH("jmh.json", "Parts") {
        @Override
        void write(StringBuilder page, Map<String, Object> result) {
            page.append(
                            "`gne-bench/jmh` (JMH): means with the half width of their 99.9 % interval. Kernels on a tile of training")
                    .append(
                            " (64 rows, 64 hidden,\n784 columns); one epoch over 60,000 rows of the paper's listing, of `default`")
                    .append(
                            " without neighbours and search (PLAIN), and with\na search of 2,000 cells after it (SEARCHED); and the")
                    .append(
                            " work before and after a training.\n\n| benchmark | | time | +- | unit |\n|---|---|---|---|---|\n");
            for (Map<String, Object> one : Results.objects(result.get("benchmarks"))) {
                page.append("| `")
                        .append(one.get("name"))
                        .append("` | ")
                        .append(one.get("parameters"))
                        .append(" | ")
                        .append(Spread.number(Results.number(one.get("score")), 2))
                        .append(" | ")
                        .append(one.get("error") instanceof Number error ? Spread.number(error.doubleValue(), 2) : "")
                        .append(" | ")
                        .append(one.get("unit"))
                        .append(" |\n");
            }
        }
    };

    private final String file;
    private final String title;

    ReportSection(String file, String title) {
        this.file = file;
        this.title = title;
    }

    String file() {
        return file;
    }

    String title() {
        return title;
    }

    /**
     * Adds the text under the title.
     *
     * @param result the content of the section's file
     */
    abstract void write(StringBuilder page, Map<String, Object> result);

    private static Map<String, Object> tsne(Map<String, Object> round, String name) {
        Map<String, Object> found = Results.object(round.get(name));
        return name.equals("gne") ? Results.object(found.get("gne")) : found;
    }

    private static void umap(StringBuilder page, Map<String, Object> result, String options) {
        List<Double> gne = Results.numbers(result.get("gneSeconds"));
        List<Double> umap = Results.numbers(result.get("umapSeconds"));
        page.append("`gne-bench/against-umap FOLDER ROUNDS")
                .append(options)
                .append("`: whole processes from start to end, in turn; both may use all cores. umap-learn\n")
                .append(
                        "has its defaults. Both read the same rows and measure their map. The accuracy is that of the last round.\n\n")
                .append("| | seconds | " + Measure.KNN_ACCURACY.title() + " | " + Measure.TRUSTWORTHINESS.title()
                        + " |\n|---|---|---|---|\n");
        umapRow(page, "`gne fit`", gne, Results.object(result.get("gne")));
        umapRow(page, "umap-learn", umap, Results.object(result.get("umap")));
        page.append("| **GNE / umap-learn** | **")
                .append(Spread.ratios(gne, umap).text(2))
                .append("** | | |\n");
    }

    private static void umapRow(StringBuilder page, String name, List<Double> seconds, Map<String, Object> figures) {
        page.append("| ")
                .append(name)
                .append(" | ")
                .append(Spread.of(seconds).text(1))
                .append(" | ")
                .append(Spread.number(Results.number(figures.get(Measure.KNN_ACCURACY.key())), 4))
                .append(" | ")
                .append(Spread.number(Results.number(figures.get(Measure.TRUSTWORTHINESS.key())), 4))
                .append(" |\n");
    }
}
