package org.gne.nn;

/** The heads once more, in double precision and by their definitions. */
final class ReferenceHeads {

    private ReferenceHeads() {}

    /** Logits of a row to its means. */
    static double[] means(Heads heads, double[] logits) {
        double[] means = logits.clone();
        for (Stretch stretch : heads.stretches()) {
            double sum = 0;
            for (int j = stretch.from(); j < stretch.to(); j++) {
                sum += Math.exp(logits[j]);
            }
            for (int j = stretch.from(); j < stretch.to(); j++) {
                means[j] = switch (stretch.head().key()) {
                    case "real" -> logits[j];
                    case "categorical" -> Math.exp(logits[j]) / sum;
                    case "count" -> Math.exp(logits[j]);
                    default -> 1 / (1 + Math.exp(-logits[j]));
                };
            }
        }
        return means;
    }

    /** The weighted loss of a row, missing values (NaN) left out. */
    static double loss(Heads heads, double[] means, double[] row) {
        double sum = 0;
        for (Stretch stretch : heads.stretches()) {
            double exposure = exposure(stretch, row);
            for (int j = stretch.from(); j < stretch.to(); j++) {
                if (!Double.isNaN(row[j])) {
                    int own = j - stretch.from();
                    sum += stretch.weight(own) * loss(stretch, own, row[j], means[j] * exposure);
                }
            }
        }
        return sum;
    }

    private static double loss(Stretch stretch, int column, double x, double mean) {
        return switch (stretch.head().key()) {
            case "unit", "real" -> (x - mean) * (x - mean);
            case "categorical" -> x == 0 ? 0 : -x * Math.log(mean);
            case "count" -> {
                double r = stretch.dispersion()[column];
                yield negativeBinomial(x, mean, r) - (x == 0 ? 0 : negativeBinomial(x, x, r));
            }
            default -> -x * Math.log(mean) - (1 - x) * Math.log1p(-mean);
        };
    }

    private static double negativeBinomial(double x, double mean, double r) {
        return -x * Math.log(mean / (mean + r)) - r * Math.log(r / (mean + r));
    }

    /** What the means of a stretch are multiplied by in a row: 1 but for several columns of counts. */
    static double exposure(Stretch stretch, double[] row) {
        double total = 0;
        double usual = 0;
        for (int j = stretch.from(); j < stretch.to() && stretch.usual().length > 1; j++) {
            if (!Double.isNaN(row[j])) {
                total += row[j];
                usual += stretch.usual()[j - stretch.from()];
            }
        }
        return total > 0 ? total / usual : 1;
    }
}
