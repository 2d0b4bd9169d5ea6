package org.gne.cli.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.cli.compare.Outcome;
import org.gne.quality.Measure;

/**
 * The losses that the paper reports, beside those of this run. The paper gives neither the number of epochs nor whether
 * its losses include the noise, so losses with and without noise are given.
 */
final class PaperLosses {

    /** The mean squared errors in the paper, by method; that of GNE is compared with both ways to train it. */
    private static final Map<String, Double> REPORTED =
            Map.of(PaperRun.GNE, 0.0288, PaperRun.GNE_PAPER, 0.0288, PaperRun.VAE, 0.0438);

    static final List<String> HEADINGS = List.of(
            "method",
            "the paper reports",
            "last epoch, with noise",
            "training rows, without noise",
            "held-out rows, without noise");

    private final List<Outcome> outcomes;

    PaperLosses(List<Outcome> all) {
        outcomes = all.stream()
                .filter(outcome -> REPORTED.containsKey(outcome.candidate().name()))
                .toList();
    }

    /** The cells under {@link #HEADINGS}, one line per method. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            double heldOut = outcome.quality().value(Measure.HELD_OUT_MSE);
            lines.add(List.of(
                    outcome.candidate().title(),
                    text(reported(outcome)),
                    text(outcome.trainingLoss()),
                    text(outcome.quality().reconstructionMse()),
                    Double.isNaN(heldOut) ? "not measured" : text(heldOut)));
        }
        return lines;
    }

    /** Sentences that compare the losses with the paper's claims. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            findings.add(outcome.candidate().title() + ": " + side(outcome, outcome.trainingLoss()) + " the paper's "
                    + text(reported(outcome)) + " with noise, "
                    + side(outcome, outcome.quality().reconstructionMse()) + " it without.");
        }
        outcomes.stream()
                .filter(outcome -> outcome.candidate().name().equals(PaperRun.VAE))
                .findFirst()
                .ifPresent(vae -> outcomes.stream()
                        .filter(outcome -> outcome != vae)
                        .forEach(gne -> findings.add(against(gne, vae))));
        return findings;
    }

    private static String against(Outcome gne, Outcome vae) {
        double error = gne.quality().reconstructionMse();
        double other = vae.quality().reconstructionMse();
        return gne.candidate().title()
                + (error < other
                        ? " has a lower error than the VAE, as in"
                        : " has no lower error than the VAE, unlike in")
                + " the paper: " + text(error) + " against " + text(other) + " on the training rows, without noise.";
    }

    private static String side(Outcome outcome, double loss) {
        return loss <= reported(outcome) ? "at or below" : "above";
    }

    private static double reported(Outcome outcome) {
        return REPORTED.getOrDefault(outcome.candidate().name(), Double.NaN);
    }

    private static String text(double loss) {
        return Double.isFinite(loss) ? String.format(Locale.ROOT, "%.4f", loss) : "";
    }
}
