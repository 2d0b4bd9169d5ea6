package org.gne.io.table;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gne.io.SpreadSample;
import org.jspecify.annotations.Nullable;

/** What a first pass over all rows finds out about the texts of a column. */
final class TextSurvey {

    /** The largest number of different texts that are kept. */
    private static final int MOST = 10_000;

    private final Set<String> different = new HashSet<>();
    /** The number of texts that were added while different texts were kept. */
    private int added;

    private final int room;
    private final Map<DateOrder, Dates> dates = new EnumMap<>(DateOrder.class);
    /** The number of dates, of any order. */
    private int dated;

    private int timed;
    private int known;
    private final ListSurvey lists = new ListSurvey();
    private @Nullable Place first;
    private @Nullable Place odd;

    /** The dates of one order. */
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
     * @param room the size of the samples of dates
     */
    TextSurvey(int room) {
        this.room = room;
    }

    /** A text and its position. */
    record Place(String text, String place) {}

    /** The orders that are found without an option. */
    static final DateOrder[] ORDERS = {
        DateOrder.YEAR_FIRST, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST, DateOrder.YEAR_MONTH, DateOrder.NAMED_MONTH
    };

    /** Adds a text, and returns whether it is a date or a list of numbers. */
    boolean add(String text, Rows place) {
        known++;
        if (first == null) {
            first = new Place(text, place.place());
        }
        boolean list = lists.add(text, place);
        // Lists are long: two show whether all are the same.
        if (different.size() < (list ? 2 : MOST)) {
            different.add(text);
            added++;
        }
        if (list) {
            return true;
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
        return date;
    }

    /** Adds a text that was added before and is no date. */
    void addAgain() {
        known++;
        added += different.size() < MOST ? 1 : 0;
    }

    /** A cursor over the rows. */
    interface Rows {
        /** The position for messages: {@code "line 7"}. */
        String place();
    }

    int known() {
        return known;
    }

    /** The different texts; if there are more than 10,000, the first ones. */
    Set<String> different() {
        return different;
    }

    /** Whether all texts are different, or more than 90 % of more than 100. */
    boolean isMostlyDifferent() {
        int n = different.size();
        return n == added ? n >= 10 : n > 100 && n > 0.9 * added;
    }

    /** The texts that are lists of numbers. */
    ListSurvey lists() {
        return lists;
    }

    /** The number of texts that are dates. */
    int dates() {
        return dated;
    }

    /** Whether all texts are dates in one order. */
    boolean areDates() {
        return DateOrders.isOne(this);
    }

    /** The number of texts that are dates in an order. */
    int dates(DateOrder order) {
        Dates found = dates.get(order);
        return found == null ? 0 : found.count;
    }

    /** A sample of the dates in an order: seconds since 1970-01-01T00:00 UTC, ascending. */
    double[] seconds(DateOrder order) {
        Dates found = dates.get(order);
        return found == null ? new double[0] : found.sample.sorted();
    }

    /** Whether at least one date has a time of day. */
    boolean hasTimes() {
        return timed > 0;
    }

    /** The first text, or null. */
    @Nullable Place first() {
        return first;
    }

    /** The first text that is not a date, or null. */
    @Nullable Place odd() {
        return odd;
    }
}
