package org.gne.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their labels and ids.
 *
 * @param name the name of the data
 * @param samples the rows
 * @param labels their classes, or null where there are none
 * @param target labels that are numbers, or null where there are none
 * @param ids what the rows are called, or null where they are known by their number only
 * @param texts the text of each row, empty where there is none; or null where rows have no texts
 * @param notes what a person should know of how the data was read, a line each: columns that were left out, values that
 *     may be codes
 * @param facts what else is known of each row, such as {@link CountFacts}; it is not fitted
 */
public record Dataset(
        String name,
        Samples samples,
        @Nullable Labels labels,
        @Nullable Target target,
        @Nullable Ids ids,
        @Nullable List<String> texts,
        List<String> notes,
        List<RowFact> facts) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there are not as many labels, target values, ids or facts as rows
     */
    public Dataset {
        notes = List.copyOf(notes);
        texts = texts == null ? null : List.copyOf(texts);
        check(name, "texts", texts == null ? samples.size() : texts.size(), samples.size());
        check(name, "labels", labels == null ? samples.size() : labels.size(), samples.size());
        check(name, "target values", target == null ? samples.size() : target.size(), samples.size());
        check(name, "ids", ids == null ? samples.size() : ids.size(), samples.size());
        facts = List.copyOf(facts);
        for (RowFact fact : facts) {
            check(name, "values of " + fact.name(), fact.values().size(), samples.size());
        }
    }

    /** The labels, classes or numbers, or null where there are none. */
    public @Nullable RowLabels rowLabels() {
        return labels != null ? labels : target;
    }

    /** Rows of which nothing else is known yet: {@link #withLabels} and {@link #withIds} add to it. */
    public static Dataset of(Samples samples) {
        return new Dataset("data", samples, null);
    }

    /**
     * Rows of which nothing else is known yet.
     *
     * @see Samples#of(float[][])
     */
    public static Dataset of(float[][] rows) {
        return of(Samples.of(rows));
    }

    /**
     * Vectors of an embedding model, of which only the direction counts: each is divided by its length.
     *
     * @param vectors {@code [rows, size]}; a vector of zeros or NaN is a missing one
     * @throws IllegalArgumentException if they differ in length, or there are none
     */
    public static Dataset ofVectors(float[][] vectors) {
        Samples given = Samples.of(vectors);
        Column column = Column.vector("vector", VectorSource.given(given.width()));
        return of(given.mapped(UnitLength.of(given.width())).withSchema(new Schema.Columns(List.of(column))));
    }

    /**
     * Rows of which nothing else is known yet.
     *
     * @see Samples#of(double[][])
     */
    public static Dataset of(double[][] rows) {
        return of(Samples.of(rows));
    }

    /** The same data with another name, which figures and messages use. */
    public Dataset withName(String value) {
        return new Dataset(value, samples, labels, target, ids, texts, notes, facts);
    }

    /** Rows and their classes, without ids. */
    public Dataset(String name, Samples samples, @Nullable Labels labels) {
        this(name, samples, labels, null, null, null, List.of(), List.of());
    }

    private static void check(String name, String what, int found, int rows) {
        if (found != rows) {
            throw new IllegalArgumentException(
                    name + ": " + found + " " + what + " for " + rows + " rows, expected as many");
        }
    }

    /** Other rows, as many, of which the same is known. */
    public Dataset withSamples(Samples value) {
        return new Dataset(name, value, labels, target, ids, texts, notes, facts);
    }

    /** The same rows with these classes. */
    public Dataset withLabels(@Nullable Labels value) {
        return new Dataset(name, samples, value, target, ids, texts, notes, facts);
    }

    /** The same rows with this number for each. */
    public Dataset withTarget(@Nullable Target value) {
        return new Dataset(name, samples, labels, value, ids, texts, notes, facts);
    }

    /** The same rows with these ids. */
    public Dataset withIds(@Nullable Ids value) {
        return new Dataset(name, samples, labels, target, value, texts, notes, facts);
    }

    /**
     * Vectors that are part of other objects, as {@link #ofVectors(float[][])}: for LangChain4j, {@code ofVectors(embeddings,
     * Embedding::vector)}.
     *
     * @param items one per row
     * @param vector returns the vector of an item
     */
    public static <T> Dataset ofVectors(List<? extends T> items, Function<? super T, float[]> vector) {
        return ofVectors(items.stream().map(vector).toArray(float[][]::new));
    }

    /**
     * The same rows with texts that are part of other objects: for LangChain4j, {@code withTexts(segments, TextSegment::text)}.
     *
     * @param items one per row
     * @param text returns the text of an item
     */
    public <T> Dataset withTexts(List<? extends T> items, Function<? super T, String> text) {
        return withTexts(items.stream().<String>map(text).toList());
    }

    /** The same rows with these texts. */
    public Dataset withTexts(@Nullable List<String> value) {
        return new Dataset(name, samples, labels, target, ids, value, notes, facts);
    }

    /** The same rows, of which other facts are known. */
    public Dataset withFacts(List<RowFact> value) {
        return new Dataset(name, samples, labels, target, ids, texts, notes, value);
    }

    /** The same with more notes. */
    public Dataset withNotes(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Dataset(name, samples, labels, target, ids, texts, all, facts);
    }

    /**
     * These rows, and others after them. Where only one of the two has labels, ids or texts, those of the other rows are not
     * known: no class, NaN, the number of the row as its id, an empty text.
     *
     * @param more the rows that follow, with the same schema
     * @throws IllegalArgumentException if they have another width, or one has classes and the other numbers as labels
     */
    public Dataset followedBy(Dataset more) {
        return StackedDataset.of(this, more);
    }

    /** The first {@code rows} rows with what is known of them. */
    public Dataset limit(int rows) {
        return new Dataset(
                name,
                samples.limit(rows),
                labels == null ? null : labels.limit(rows),
                target == null ? null : target.limit(rows),
                ids == null ? null : ids.limit(rows),
                texts == null || texts.size() <= rows ? texts : texts.subList(0, rows),
                notes,
                facts.stream()
                        .map(fact -> new RowFact(fact.name(), fact.values().limit(rows)))
                        .toList());
    }

    /** The name, the number of rows and their width, and what else is known. */
    @Override
    public String toString() {
        RowLabels known = rowLabels();
        return "Dataset " + name + ": " + samples.size() + " rows of " + samples.width() + " values"
                + (known == null ? "" : ", " + known) + (ids == null ? "" : ", with ids")
                + (texts == null ? "" : ", with texts");
    }
}
