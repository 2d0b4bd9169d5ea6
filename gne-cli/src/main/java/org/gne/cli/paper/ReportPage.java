package org.gne.cli.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gne.cli.compare.ComparisonTable;
import org.gne.cli.compare.Outcome;
import org.gne.cli.output.ResultFolder;
import org.gne.cli.output.Version;
import org.gne.kernel.Kernels;
import org.gne.quality.Measure;
import org.gne.results.ResultFiles;

/** One page with all results of a run of the paper. It contains its images and makes no requests. */
final class ReportPage {

    private final PaperRun run;
    private final List<Outcome> outcomes;
    private final Map<String, String> failures;
    private final Map<String, SideBySide> sideBySide;
    private final List<PaperFigure> figures;
    private final ResultFolder folder;

    /**
     * @param failures the failures, by the names of the methods
     * @param sideBySide how adjacent 1 and 5 are, by the names of the methods
     * @param figures the figures, whose files are in the folder
     */
    ReportPage(
            PaperRun run,
            List<Outcome> outcomes,
            Map<String, String> failures,
            Map<String, SideBySide> sideBySide,
            List<PaperFigure> figures,
            ResultFolder folder) {
        this.run = run;
        this.outcomes = outcomes;
        this.failures = failures;
        this.sideBySide = sideBySide;
        this.figures = figures;
        this.folder = folder;
    }

    /** The page. */
    String html() throws IOException {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
                <title>Deep generative neural embeddings, redone</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>Deep generative neural embeddings, redone</h1>
                %s%s%s%s%s%s%s</body>
                </html>
                """.formatted(css(), head(), losses(), paperFigures(), listing(), adjacency(), all(), foot());
    }

    private static String css() throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not beside " + ReportPage.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String head() {
        String text = paragraph(
                "lead",
                String.format(
                        Locale.ROOT,
                        "The figures and losses of \u201cDeep generative neural embeddings for high dimensional data"
                                + " visualization\u201d, computed from %s: %s rows of %d values, seed\u00a0%d.",
                        run.setup().data().name(),
                        run.rows(),
                        run.setup().scaled().width(),
                        run.setup().seed()));
        if (!run.isWhole()) {
            text += paragraph(
                    "note",
                    String.format(
                            Locale.ROOT,
                            "This run used the first %s of %,d rows. The paper used all rows: do not compare its losses with"
                                    + " these.",
                            run.rows(),
                            run.allRows()));
        }
        if (!failures.isEmpty()) {
            text += paragraph("note", "Some methods failed. " + failed() + ".");
        }
        return text;
    }

    private String failed() {
        return failures.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .collect(Collectors.joining("; "));
    }

    private String losses() throws IOException {
        PaperLosses losses = new PaperLosses(outcomes);
        String findings = losses.findings().stream()
                .map(finding -> "<li>" + Html.text(finding) + "</li>\n")
                .collect(Collectors.joining());
        return "<h2>Losses</h2>\n" + Html.table(PaperLosses.HEADINGS, losses.lines()) + "<ul>\n" + findings + "</ul>\n"
                + paragraph(
                        "",
                        "These are mean squared errors over the columns of rows scaled to 0\u20131. The paper does not say"
                                + " whether its losses include the noise of the training, so both are given. With GNE's"
                                + " default preset the noise falls to 0; in the paper's listing it has a standard"
                                + " deviation of 1 throughout; a VAE draws its codes from Gaussians. Held-out rows are the 10,000 test"
                                + " digits. The VAE places them with its encoder; GNE has none and searches for the best coordinates.")
                + String.format(
                        Locale.ROOT,
                        """
                        <p>GNE (default) and GNE (paper) are presets of <code>gne fit</code>: its own settings, and the
                        paper's listing as it stands. The decoder of the first has %d residual blocks, those of the
                        listing and of the VAE the paper's %d. The paper does not give the epochs; its listing ran for %,d here
                        (<code>--paper-epochs</code>), and its loss still falls slowly after that.</p>
                        """,
                        run.setup().gne().blocks(),
                        run.setup().network().blocks(),
                        run.paperEpochs())
                + plot();
    }

    private String plot() throws IOException {
        if (outcomes.stream().allMatch(outcome -> outcome.map().losses().length == 0)) {
            return "";
        }
        return "<div class=\"figures\">\n"
                + figure(
                        "wide",
                        Html.picture(folder.path().resolve(ResultFiles.LOSSES), "Losses over the epochs"),
                        Html.text("Losses over the epochs, with noise."))
                + "</div>\n";
    }

    private static String figure(String kind, String picture, String caption) {
        String open = kind.isEmpty() ? "<figure>" : "<figure class=\"" + kind + "\">";
        return open + picture + "<figcaption>" + caption + "</figcaption></figure>\n";
    }

    private String paperFigures() throws IOException {
        return "<h2>The figures of the paper</h2>\n" + figures(false);
    }

    private String listing() throws IOException {
        return "<h2>GNE as in the paper's listing</h2>\n"
                + paragraph(
                        "",
                        "Figures 1b and 1c above show the preset default. These show the method exactly as in the listing that the"
                                + " paper prints.")
                + figures(true);
    }

    private String figures(boolean variants) throws IOException {
        StringBuilder html = new StringBuilder("<div class=\"figures\">\n");
        for (PaperFigure figure : figures) {
            if (figure.number().contains("-") == variants) {
                String caption = "<strong>" + Html.text(figure.number().replace("-paper", "\u2032")) + "</strong> "
                        + Html.text(figure.caption()) + "<code>" + Html.text(figure.command()) + "</code>";
                html.append(figure(
                        figure.number().equals("1a") ? "wide" : "",
                        Html.picture(folder.path().resolve(figure.file()), figure.caption()),
                        caption));
            }
        }
        return html.append("</div>\n").toString();
    }

    private String adjacency() {
        List<List<String>> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            SideBySide found = sideBySide.get(outcome.candidate().name());
            if (found != null) {
                lines.add(adjacent(outcome.candidate().title(), found));
            }
        }
        if (lines.isEmpty()) {
            return "";
        }
        return "<h2>Are 1 and 5 adjacent?</h2>\n"
                + paragraph(
                        "",
                        "The paper says that they are on its map. Here are two measures, and the rank of the pair among all"
                                + " pairs of classes by each of them. Edges: of the edges from each digit of the two classes to its "
                                + PaperMeasures.NEIGHBORS
                                + " nearest on the map, the share that leads from one class to the"
                                + " other; classes that mix have many such edges, classes with a gap between them none. Border: every"
                                + " point of the map belongs to the most frequent class of the nearest digits; of the borders of the two classes,"
                                + " the share that is between them, also across a gap.")
                + Html.table(
                        List.of(
                                "map",
                                "edges 1\u20135",
                                "rank",
                                "most edges",
                                "border 1\u20135",
                                "rank",
                                "most border"),
                        lines);
    }

    private static List<String> adjacent(String title, SideBySide found) {
        List<String> cells = new ArrayList<>(List.of(title));
        for (SideBySide.Pair pair : List.of(found.edges(), found.borders())) {
            cells.add(percent(pair.share()));
            cells.add(Integer.toString(pair.rank()));
            cells.add(pair.mostPair() + ", " + percent(pair.most()));
        }
        return cells;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * share);
    }

    private String all() {
        ComparisonTable table = ComparisonTable.of(outcomes);
        return "<h2>All figures</h2>\n" + Html.table(table.headings(), table.cells()) + meanings()
                + paragraph(
                        "",
                        "Seconds are those of the fit only, on a machine that may have had"
                                + " other work; the heap is the highest use of the Java heap during the fit, with rows and"
                                + " uncollected garbage.");
    }

    /** The meanings of the measures in the table. */
    private String meanings() {
        StringBuilder html = new StringBuilder();
        for (Measure measure : Measure.values()) {
            if (outcomes.stream().anyMatch(outcome -> outcome.quality().has(measure))) {
                html.append("<li>").append(Html.text(measure.title())).append(": ");
                html.append(Html.text(measure.meaning())).append("</li>\n");
            }
        }
        return html.isEmpty() ? "" : "<ul>\n" + html + "</ul>\n";
    }

    private String foot() {
        String limit = run.isWhole() ? "" : " --limit " + run.setup().scaled().size();
        String command = "gne reproduce" + limit + " --seed " + run.setup().seed() + " --paper-epochs "
                + run.paperEpochs() + " --out DIR";
        return "<h2>How to reproduce this page</h2>\n<p><code class=\"line\">" + Html.text(command) + "</code></p>\n"
                + paragraph(
                        "",
                        "The same seed gives the same maps, bit for bit, for any number of threads. The command under each figure"
                                + " draws such a figure alone.")
                + "<footer>"
                + Html.text(String.format(
                        Locale.ROOT,
                        "%s, %d threads, kernel %s. The MNIST database is by Yann LeCun, Corinna Cortes and Christopher"
                                + " J.C. Burges, CC BY-SA 3.0.",
                        new Version().getVersion()[0],
                        run.setup().threads(),
                        Kernels.active().name()))
                + "</footer>\n";
    }

    private static String paragraph(String kind, String text) {
        String open = kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">";
        return open + Html.text(text) + "</p>\n";
    }
}
