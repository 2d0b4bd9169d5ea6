package org.gne.io.table;

/** The order of day, month and year in a date. */
enum DateOrder {
    /** 2020-01-31, 2020/01/31. */
    YEAR_FIRST("year-month-day"),
    /** 31.01.2020, 31/01/2020, 31-01-2020. */
    DAY_FIRST("day/month/year"),
    /** 01/31/2020, 01-31-2020. */
    MONTH_FIRST("month/day/year"),
    /** 2020-01, 2020/01: the first day of the month. */
    YEAR_MONTH("year-month"),
    /** 31 Jan 2020, 31-January-2020, Jan 31, 2020. */
    NAMED_MONTH("day month year"),
    /** 20200131: only by an option, because it looks like a number. */
    COMPACT("yyyymmdd");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** The order, for messages. */
    String example() {
        return example;
    }
}
