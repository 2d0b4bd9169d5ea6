package org.gne.bench.zoo;

import java.util.List;
import java.util.stream.Stream;

/** The generated tables of the zoo. A new kind is a line in one of the lists. */
final class ZooTables {

    private ZooTables() {}

    /** The tables of the fast test: at most 400 rows. */
    static final List<ZooTable> SMALL = built(
            TableBuilder.of("booleans", 300, 2).booleans(8, 0.05).clean(),
            TableBuilder.of("one-category", 350, 7).categories(1, 7, 0),
            TableBuilder.of("categories", 300, 3).categories(6, 5, 0.1).clean(),
            TableBuilder.of("small-rates", 300, 4).numbers(6, 1e-4, 5e-4).clean(),
            TableBuilder.of("rates-and-flag", 300, 4)
                    .numbers(6, 1e-4, 5e-4)
                    .booleans(1, 0.02)
                    .clean(),
            TableBuilder.of("tiny-values", 300, 4).numbers(5, 1e-300, 0).clean(),
            TableBuilder.of("offset-1e9", 300, 3).numbers(3, 10, 1e9).clean(),
            TableBuilder.of("unix-seconds", 300, 4)
                    .whole(1, 60, 1.7e9)
                    .numbers(4)
                    .clean(),
            TableBuilder.of("milliseconds", 300, 4).whole(3, 1000, 1.7e12).clean(),
            TableBuilder.of("year-of-days", 365, 1).days(),
            TableBuilder.of("money", 300, 3).money(4).numbers(2).clean(),
            // Codes that are kept as numbers hide the class of a row; a note says so.
            TableBuilder.of("sentinel-9999", 300, 3)
                    .numbers(6)
                    .replaced(0.02, "-9999")
                    .labelled(),
            TableBuilder.of("one-wild-value", 300, 3).numbers(6).wild("1000000").clean(),
            TableBuilder.of("gaps-20", 300, 3).numbers(8).replaced(0.2, "").clean(),
            TableBuilder.of("ids-and-constants", 200, 3)
                    .ids()
                    .numbers(4)
                    .constants(2)
                    .clean(),
            TableBuilder.of("label-number", 300, 4).numbers(6).target(),
            TableBuilder.of("equal-rows", 300, 10).numbers(4).repeated(10).clean(),
            TableBuilder.of("counts", 300, 3).counts(12).clean(),
            TableBuilder.of("mixed", 300, 3)
                    .numbers(3)
                    .booleans(2, 0.05)
                    .categories(2, 4, 0.1)
                    .money(1)
                    .clean(),
            TableBuilder.of("rows-1", 1, 1).numbers(4),
            TableBuilder.of("rows-3", 3, 3).numbers(4),
            TableBuilder.of("rows-10", 10, 2).numbers(4).clean(),
            TableBuilder.of("all-rows-equal", 100, 1).constants(5),
            TableBuilder.of("wide", 60, 3).numbers(200).clean());

    /** The tables that only the command and the long test fit. */
    static final List<ZooTable> MORE = built(
            TableBuilder.of("booleans-wide", 1000, 4).booleans(60, 0.1).clean(),
            TableBuilder.of("category-of-60", 600, 60).categories(1, 60, 0).numbers(2),
            TableBuilder.of("categories-wide", 1000, 5).categories(12, 20, 0.2).clean(),
            TableBuilder.of("categories-noisy", 1000, 3).categories(6, 4, 0.6).labelled(),
            TableBuilder.of("categories-gaps", 600, 3)
                    .categories(6, 5, 0.1)
                    .replaced(0.2, "")
                    .clean(),
            TableBuilder.of("large-values", 400, 4).numbers(5, 1e12, 0).clean(),
            TableBuilder.of("offset-mixed", 600, 3)
                    .numbers(3, 1, 1e7)
                    .numbers(3)
                    .clean(),
            TableBuilder.of("days-90", 90, 1).days(),
            TableBuilder.of("times", 500, 4).times().numbers(3).clean(),
            TableBuilder.of("money-wide", 1500, 5).money(20).clean(),
            TableBuilder.of("sentinel-999", 600, 3)
                    .numbers(6)
                    .replaced(0.05, "999")
                    .labelled(),
            TableBuilder.of("wild-values", 600, 3)
                    .numbers(6)
                    .replaced(0.005, "1e7")
                    .clean(),
            TableBuilder.of("gaps-50", 1000, 3).numbers(12).replaced(0.5, "").clean(),
            TableBuilder.of("gaps-mixed", 800, 4)
                    .numbers(4)
                    .categories(4, 4, 0.1)
                    .booleans(2, 0.1)
                    .replaced(0.3, "")
                    .clean(),
            TableBuilder.of("classes-500", 2000, 500).numbers(10).labelled(),
            TableBuilder.of("equal-rows-3", 500, 3)
                    .categories(3, 3, 0)
                    .repeated(3)
                    .clean(),
            TableBuilder.of("counts-wide", 1000, 5).counts(60).clean(),
            TableBuilder.of("rows-2", 2, 2).numbers(4),
            TableBuilder.of("rows-5", 5, 1).numbers(3).booleans(1, 0.3),
            TableBuilder.of("rows-30", 30, 3).numbers(4).categories(1, 3, 0).clean(),
            TableBuilder.of("rows-100", 100, 4).numbers(8).clean(),
            TableBuilder.of("wide-400", 100, 4).numbers(400).clean(),
            TableBuilder.of("one-number", 1000, 5).numbers(1).labelled(),
            TableBuilder.of("two-numbers", 1500, 5).numbers(2).labelled(),
            TableBuilder.of("noise-6", 800, 1).noise(6),
            TableBuilder.of("roll", 1500, 1).roll(),
            TableBuilder.of("mixed-large", 2000, 6)
                    .numbers(6)
                    .booleans(4, 0.1)
                    .categories(4, 8, 0.1)
                    .money(2)
                    .counts(4)
                    .clean(),
            TableBuilder.of("mixed-noise", 800, 3)
                    .numbers(3)
                    .noise(5)
                    .categories(2, 4, 0.3)
                    .clean());

    /** All of them. */
    static List<ZooTable> all() {
        return Stream.concat(SMALL.stream(), MORE.stream()).toList();
    }

    private static List<ZooTable> built(TableBuilder... builders) {
        return Stream.of(builders).map(TableBuilder::build).toList();
    }
}
