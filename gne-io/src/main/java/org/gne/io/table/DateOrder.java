package org.gne.io.table;

/** In which order a date is written. */
enum DateOrder {
    /** 2020-01-31, 2020/01/31. */
    YEAR_FIRST("year-month-day"),
    /** 31.01.2020, 31/01/2020, 31-01-2020. */
    DAY_FIRST("day/month/year"),
    /** 01/31/2020, 01-31-2020. */
    MONTH_FIRST("month/day/year"),
    /** 20200131: only where somebody says that these numbers are dates. */
    COMPACT("yyyymmdd");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** For a person. */
    String example() {
        return example;
    }
}
