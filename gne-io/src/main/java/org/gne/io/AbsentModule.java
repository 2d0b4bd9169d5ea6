package org.gne.io;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the module that would read an input, if its formats are not on the class path. */
final class AbsentModule {

    private static final Pattern QUERY = Pattern.compile(
            "\\s*(select|with|from|values|pivot|unpivot)\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private AbsentModule() {}

    /** The artifact that reads an input, null if none does, or if it is there. */
    static @Nullable String of(InputSource source, List<InputFormat> formats) {
        boolean data = source.isFileEndingIn(List.of(".parquet", ".pq", ".jsonl", ".ndjson", ".json"))
                || (!source.isFile()
                        && !source.isFolder()
                        && QUERY.matcher(source.text()).matches());
        if (data && isAbsent("org.gne.sql", formats)) {
            return "gne-sql";
        }
        boolean arrow = source.isFileEndingIn(List.of(".arrow", ".arrows", ".feather", ".ipc"));
        if (arrow && isAbsent("org.gne.arrow", formats)) {
            return "gne-arrow";
        }
        boolean mnist = source.text().equals("mnist") || source.text().equals("mnist-test");
        return mnist && isAbsent("org.gne.mnist", formats) ? "gne-mnist" : null;
    }

    private static boolean isAbsent(String name, List<InputFormat> formats) {
        return formats.stream()
                .noneMatch(format -> format.getClass().getPackageName().equals(name));
    }
}
