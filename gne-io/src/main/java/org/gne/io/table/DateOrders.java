package org.gne.io.table;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the order of day, month and year in the dates of a column. */
final class DateOrders {

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
            notes.addAlike(
                    column,
                    "read as month/day/year, but day/month/year is possible too (--type %s=date,dmy changes it)");
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
