package org.gne.io.web;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a downloaded file, whose ending is a hint of its format. */
final class FileName {

    private static final Pattern ATTACHED =
            Pattern.compile("filename=\\s*(\"([^\"]*)\"|[^;\"]*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDING = Pattern.compile(".*\\.[A-Za-z][A-Za-z0-9]{0,11}");

    /** The endings of types that servers name. Types that say little, such as text/plain, are left out. */
    private static final Map<String, String> TYPES = Map.of(
            "text/csv", ".csv",
            "text/tab-separated-values", ".tsv",
            "application/json", ".json",
            "application/x-ndjson", ".jsonl",
            "application/jsonl", ".jsonl",
            "application/vnd.apache.parquet", ".parquet");

    private FileName() {}

    /** The name that a server gives, else the end of the address, with an ending of the type if it has none. */
    static String of(URI address, HttpHeaders headers) {
        String attached = attached(headers);
        String path = String.valueOf(address.getPath());
        String name = attached.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : attached;
        if (ENDING.matcher(name).matches()) {
            return name;
        }
        String type = headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        return name + TYPES.getOrDefault(type.strip().toLowerCase(Locale.ROOT), "");
    }

    private static String attached(HttpHeaders headers) {
        Matcher matcher =
                ATTACHED.matcher(headers.firstValue("Content-Disposition").orElse(""));
        if (!matcher.find()) {
            return "";
        }
        String quoted = matcher.group(2);
        return quoted == null ? matcher.group(1).strip() : quoted;
    }
}
