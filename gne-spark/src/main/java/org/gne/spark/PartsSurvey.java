package org.gne.spark;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.api.java.JavaRDD;
import org.gne.data.PrincipalComponents;
import org.gne.data.Samples;
import org.gne.data.Survey;
import org.jspecify.annotations.Nullable;

/**
 * What a fit has to know of all rows before it begins: the library's survey of them, and what is Spark's own.
 *
 * @param all the survey of the rows of all partitions, one partition's behind the other's; at least 1 row
 * @param largest rows of the largest partition
 * @param sha256 of the values, for as many partitions
 */
record PartsSurvey(Survey all, int largest, String sha256) {

    /** One partition's part of it. */
    @DefaultSerializer(JavaSerializer.class)
    private record Piece(Survey survey, byte[] digest, PartProblem problem) implements Serializable {}

    private record PartProblem(String text, long row) implements Serializable {
        static final PartProblem NONE = new PartProblem("", Long.MAX_VALUE);
    }

    /**
     * Reads all rows.
     *
     * @param valueName what a value of a row is called in messages
     * @throws IllegalArgumentException if a row or column cannot be used for training; names the first such row
     */
    static PartsSurvey of(JavaRDD<PartRows> parts, IntFunction<String> valueName) {
        List<Piece> pieces = parts.map(PartsSurvey::piece).collect();
        PartProblem first = PartProblem.NONE;
        for (Piece piece : pieces) {
            first = piece.problem.row < first.row ? piece.problem : first;
        }
        if (first.row < Long.MAX_VALUE) {
            throw new IllegalArgumentException(first.text);
        }
        Survey all = pieces.stream().map(Piece::survey).reduce(Survey::merge).orElseThrow();
        MessageDigest digest = newDigest();
        long largest = 0;
        for (Piece piece : pieces) {
            digest.update(piece.digest);
            largest = Math.max(largest, piece.survey.rows());
        }
        for (int j = 0; j < all.width(); j++) {
            if (all.known(j) == 0) {
                throw new IllegalArgumentException(valueName.apply(j) + ": found none in any row, expected some");
            }
        }
        return new PartsSurvey(all, (int) largest, HexFormat.of().formatHex(digest.digest()));
    }

    long rows() {
        return all.rows();
    }

    int width() {
        return all.width();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Piece piece(PartRows rows) {
        String text = rows.problem();
        PartProblem problem = text == null ? PartProblem.NONE : new PartProblem(text, rows.problemRow());
        return new Piece(rows.survey(), rows.digest(), problem);
    }

    /** Some rows of one partition, and where they belong among the chosen ones. */
    @DefaultSerializer(JavaSerializer.class)
    private record Chosen(int[] indices, float[][] values, int @Nullable [] @Nullable [] columns)
            implements Serializable {}

    /** Rows evenly spread over the data, as many as principal components are computed from; sparse rows stay sparse. */
    Samples some(JavaRDD<PartRows> parts, RowReader reader) {
        long rows = rows();
        int count = (int) Math.min(rows, PrincipalComponents.MOST_ROWS);
        float[][] values = new float[count][];
        int[][] columns = new int[count][];
        for (Chosen some : parts.map(part -> choose(part, rows, count)).collect()) {
            for (int i = 0; i < some.indices.length; i++) {
                values[some.indices[i]] = some.values[i];
                columns[some.indices[i]] = some.columns == null ? null : some.columns[i];
            }
        }
        Samples stored = new RowArrays(values, columns, reader.cells());
        return reader.table() == null ? stored : Samples.ofCells(stored, reader.table());
    }

    private static Chosen choose(PartRows part, long all, int count) {
        int[] indices = part.chosen(all, count);
        RowArrays some = part.rows(part.rowsOf(all, count, indices));
        return new Chosen(indices, some.values(), some.columns());
    }
}
