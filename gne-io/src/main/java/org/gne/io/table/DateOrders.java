package org.gne.io.table;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees in which order the dates of a column are written. */
final class DateOrders {

    private DateOrders() {}

    /**
     * The order that all texts have. Where both month/day/year and day/month/year would do, it is the first, and that is
     * said.
     *
     * @param dayFirst whether the day comes first, as somebody said; or null
     * @return null where they have no common order
     */
    static @Nullable DateOrder of(String column, TextSurvey texts, @Nullable Boolean dayFirst, TableNotes notes) {
        boolean month = fits(texts, DateOrder.MONTH_FIRST) && !Boolean.TRUE.equals(dayFirst);
        boolean day = fits(texts, DateOrder.DAY_FIRST) && !Boolean.FALSE.equals(dayFirst);
        if (month && day) {
            notes.addAlike(
                    column,
                    "taken as month/day/year, and would be dates as day/month/year too (--type %s=date,dmy changes"
                            + " it)");
        }
        if (fits(texts, DateOrder.YEAR_FIRST)) {
            return DateOrder.YEAR_FIRST;
        }
        return month ? DateOrder.MONTH_FIRST : day ? DateOrder.DAY_FIRST : null;
    }

    /** Whether all texts are dates in one order. */
    static boolean isOne(TextSurvey texts) {
        return Stream.of(DateOrder.YEAR_FIRST, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)
                .anyMatch(order -> fits(texts, order));
    }

    private static boolean fits(TextSurvey texts, DateOrder order) {
        return texts.known() > 0 && texts.dates(order) == texts.known();
    }
}
