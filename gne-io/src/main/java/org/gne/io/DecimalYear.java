package org.gne.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/** Dates and times as years with decimals: noon of 2 July 2023 is 2023.5. */
final class DecimalYear {

    private static final int DATE = 10;

    private static final double DAY = 86_400;

    private DecimalYear() {}

    /**
     * The year of an ISO date, such as {@code 2023-03-17}, {@code 2023-03-17T14:30} or {@code 2023-03-17 14:30:05Z}; NaN of any
     * other text.
     */
    static double of(String text) {
        if (text.length() < DATE) {
            return Double.NaN;
        }
        try {
            LocalDate date = LocalDate.parse(text.substring(0, DATE));
            double days = date.getDayOfYear() - 1 + dayShare(text.substring(DATE));
            return date.getYear() + days / date.lengthOfYear();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static double dayShare(String time) {
        if (time.isEmpty()) {
            return 0;
        }
        if (time.charAt(0) != 'T' && time.charAt(0) != ' ') {
            return Double.NaN;
        }
        String clock = time.endsWith("Z") ? time.substring(1, time.length() - 1) : time.substring(1);
        return LocalTime.parse(clock).toSecondOfDay() / DAY;
    }
}
