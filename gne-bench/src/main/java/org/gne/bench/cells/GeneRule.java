package org.gne.bench.cells;

import java.util.Random;
import org.gne.data.SparseSamples;
import org.gne.data.VariableColumns;

/** Rules that choose the genes of a map. */
enum GeneRule {
    /** Analytic Pearson residuals (Lause, Berens and Kobak 2021), the rule of GNE. */
    PEARSON {
        @Override
        SparseSamples choose(SparseSamples counts, int most) {
            return VariableColumns.choose(counts, most);
        }
    },
    /** Seurat v3's rule (Stuart et al. 2019, Cell 177:1888). */
    SEURAT {
        @Override
        SparseSamples choose(SparseSamples counts, int most) {
            return VariableColumns.highest(counts, StandardizedVariance.of(counts), most);
        }
    },
    /** The genes with the most counts. */
    MEAN {
        @Override
        SparseSamples choose(SparseSamples counts, int most) {
            double[] totals = new double[counts.width()];
            int[] columns = new int[counts.width()];
            float[] values = new float[counts.width()];
            for (int i = 0; i < counts.size(); i++) {
                int n = counts.entries(i, columns, values);
                for (int k = 0; k < n; k++) {
                    totals[columns[k]] += values[k];
                }
            }
            return VariableColumns.highest(counts, totals, most);
        }
    },
    /** Genes by chance. */
    CHANCE {
        @Override
        SparseSamples choose(SparseSamples counts, int most) {
            Random random = new Random(1);
            return VariableColumns.highest(
                    counts, random.doubles(counts.width()).toArray(), most);
        }
    };

    /** The chosen genes, in their order; all if there are not more. */
    abstract SparseSamples choose(SparseSamples counts, int most);
}
