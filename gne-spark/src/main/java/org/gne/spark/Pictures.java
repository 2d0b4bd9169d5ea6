package org.gne.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gne.data.Schema;
import org.jspecify.annotations.Nullable;

/** What a picture is, as text: height x width x channels. */
final class Pictures {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})x(\\d{1,6})x([13])");

    private Pictures() {}

    /** Reads {@code 28x28x1}; null for an empty text. */
    static Schema.@Nullable Picture parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Matcher sizes = TEXT.matcher(text);
        if (!sizes.matches()) {
            throw new IllegalArgumentException(
                    "picture: found " + text + ", expected height x width x channels, as 28x28x1");
        }
        return new Schema.Picture(
                Integer.parseInt(sizes.group(1)), Integer.parseInt(sizes.group(2)), Integer.parseInt(sizes.group(3)));
    }
}
