package org.gne.io.table;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was seen of the texts of a column. */
final class TextSurvey {

    /** Different texts that are kept; where there are more, nobody asks how many. */
    private static final int MOST = 10_000;

    private final Set<String> different = new HashSet<>();
    /** Texts that were added until there were too many different ones. */
    private int added;

    private final int room;
    private final Map<DateOrder, Dates> dates = new EnumMap<>(DateOrder.class);
    /** Dates of any order. */
    private int dated;

    private int timed;
    private int known;
    private @Nullable Place first;
    private @Nullable Place odd;

    /** Dates of one order. */
    private static final class Dates {
        private final SpreadSample sample;
        private int count;

        Dates(int room) {
            sample = new SpreadSample(room);
        }

        void add(double seconds) {
            sample.add(seconds);
            count++;
        }
    }

    /**
     * @param room dates that are kept at most, to see how they are spread
     */
    TextSurvey(int room) {
        this.room = room;
    }

    /** A text and where it stands. */
    record Place(String text, String place) {}

    /** What may be a date order without being told so. */
    private static final DateOrder[] ORDERS = {DateOrder.YEAR_FIRST, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST};

    /**
     * @param place where it stands, for messages
     */
    void add(String text, Rows place) {
        known++;
        if (first == null) {
            first = new Place(text, place.place());
        }
        if (different.size() < MOST) {
            different.add(text);
            added++;
        }
        boolean date = false;
        for (DateOrder order : ORDERS) {
            double seconds = DateText.seconds(text, order);
            if (!Double.isNaN(seconds)) {
                dates.computeIfAbsent(order, unseen -> new Dates(room)).add(seconds);
                date = true;
            }
        }
        if (date) {
            dated++;
            timed += DateText.hasTime(text) ? 1 : 0;
        } else if (odd == null) {
            odd = new Place(text, place.place());
        }
    }

    /** Where the walk through the rows is. */
    interface Rows {
        /** {@code "line 7"}. */
        String place();
    }

    int known() {
        return known;
    }

    /** The different texts, at most 10,000 of them. */
    Set<String> different() {
        return different;
    }

    /** Whether all texts are different, or nearly all. */
    boolean isMostlyDifferent() {
        int n = different.size();
        return n == added ? n >= 10 : n > 100 && n > 0.9 * added;
    }

    /** How many of the texts are dates. */
    int dates() {
        return dated;
    }

    /** Whether all texts are dates in one order. */
    boolean areDates() {
        return DateOrders.isOne(this);
    }

    /** How many of the texts are dates of an order. */
    int dates(DateOrder order) {
        Dates found = dates.get(order);
        return found == null ? 0 : found.count;
    }

    /** Some dates of an order, in seconds since 1970-01-01T00:00 UTC, in ascending order. */
    double[] seconds(DateOrder order) {
        Dates found = dates.get(order);
        return found == null ? new double[0] : found.sample.sorted();
    }

    /** Whether one of the dates has a time of day. */
    boolean hasTimes() {
        return timed > 0;
    }

    /** The first text, or null. */
    @Nullable Place first() {
        return first;
    }

    /** The first text that is no date, or null. */
    @Nullable Place odd() {
        return odd;
    }
}
