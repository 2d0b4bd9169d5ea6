package org.gne.io.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the order of day, month and year in the dates of a column. */
final class DateOrders {

    /** The orders that cannot be taken for another one. */
    private static final List<DateOrder> CLEAR =
            List.of(DateOrder.YEAR_FIRST, DateOrder.YEAR_MONTH, DateOrder.NAMED_MONTH);

    private DateOrders() {}

    /**
     * The order of all texts. If both month/day/year and day/month/year match, it is month/day/year, and a note says so.
     *
     * @param dayFirst whether the day comes first, by an option; or null
     * @return null if the texts have no common order
     */
    static @Nullable DateOrder of(String column, TextSurvey texts, @Nullable Boolean dayFirst, TableNotes notes) {
        boolean month = fits(texts, DateOrder.MONTH_FIRST) && !Boolean.TRUE.equals(dayFirst);
        boolean day = fits(texts, DateOrder.DAY_FIRST) && !Boolean.FALSE.equals(dayFirst);
        if (month && day) {
            notes.addAlike(column, "read as month/day/year, but day/month/year is possible too", "date,dmy");
        }
        for (DateOrder order : CLEAR) {
            if (fits(texts, order)) {
                return order;
            }
        }
        return month ? DateOrder.MONTH_FIRST : day ? DateOrder.DAY_FIRST : null;
    }

    /** Whether all texts are dates in one order. */
    static boolean isOne(TextSurvey texts) {
        return Arrays.stream(TextSurvey.ORDERS).anyMatch(order -> fits(texts, order));
    }

    private static boolean fits(TextSurvey texts, DateOrder order) {
        return texts.known() > 0 && texts.dates(order) == texts.known();
    }
}
