package org.gne.io.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gne.io.InputException;

/**
 * The header of a {@code .npy} file: 93 NUMPY, version, length, and a Python dictionary of type, order and shape. See
 * NEP 1 of NumPy; versions 1 to 3.
 */
final class NpyHeader {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** The longest header; NumPy itself reads up to 10,000 bytes by default. */
    private static final int LONGEST = 1 << 16;

    private static final int MOST_AXES = 32;

    /** The largest number of bytes of one text. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern ENTRY = Pattern.compile(
            "\\s*(['\"])(\\w+)\\1\\s*:\\s*('[^']*'|\"[^\"]*\"|True|False|\\([^()]*\\)|\\[[^\\]]*\\])\\s*(,|$)");

    private static final Pattern TYPE = Pattern.compile("['\"]([<>|=]?)([?a-zA-Z])(\\d*)['\"]");

    private final String name;
    private final Map<String, String> entries = new HashMap<>();

    private NpyHeader(String name) {
        this.name = name;
    }

    static boolean begins(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length));
    }

    /**
     * Reads the header of an array.
     *
     * @param name the name of the array for messages
     * @param in a stream at the first byte of the file; the array closes it
     * @throws InputException if it is not a .npy file, or its elements are neither numbers nor texts
     */
    static StoredArray read(String name, InputStream in) throws IOException {
        NpyHeader header = new NpyHeader(name);
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !begins(start)) {
            throw header.wrong("bytes 0-7", "other bytes", "those of a .npy file (93 4e 55 4d 50 59 and the version)");
        }
        int version = start[6];
        if (version < 1 || version > 3) {
            throw header.wrong("byte 6", "version " + (version & 0xff), "1, 2 or 3");
        }
        byte[] size = in.readNBytes(version == 1 ? 2 : 4);
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) {
            length = length << 8 | (size[i] & 0xff);
        }
        if (length > LONGEST) {
            throw header.wrong("bytes 8-11", "a header of " + length + " bytes", "at most " + LONGEST);
        }
        byte[] text = in.readNBytes((int) length);
        long from = 8L + size.length + text.length;
        if (size.length < (version == 1 ? 2 : 4) || text.length < length) {
            throw header.wrong("byte " + from, "the end of the file", "a header of " + length + " bytes");
        }
        header.parse(new String(text, StandardCharsets.ISO_8859_1).strip());
        boolean columnMajor = header.entry("fortran_order").equals("True");
        return new StoredArray(name, header.element(), header.shape(), columnMajor, in, from);
    }

    private void parse(String text) {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw wrong("the header", "'" + shortened(text) + "'", "a dictionary in braces");
        }
        String inside = text.substring(1, text.length() - 1).strip();
        Matcher entry = ENTRY.matcher(inside);
        int at = 0;
        while (at < inside.length()) {
            entry.region(at, inside.length());
            if (!entry.lookingAt() || entries.put(entry.group(2), entry.group(3)) != null) {
                throw wrong(
                        "the header", "'" + shortened(inside.substring(at)) + "'", "descr, fortran_order and shape");
            }
            at = entry.end();
        }
        if (!entries.keySet().equals(Set.of("descr", "fortran_order", "shape"))) {
            throw wrong("the header", "the entries " + entries.keySet(), "descr, fortran_order and shape");
        }
        if (!List.of("True", "False").contains(entry("fortran_order"))) {
            throw wrong("the header, fortran_order", shortened(entry("fortran_order")), "True or False");
        }
    }

    private String entry(String key) {
        return entries.getOrDefault(key, "");
    }

    private ArrayElement element() {
        String descr = entry("descr");
        Matcher type = TYPE.matcher(descr);
        if (!type.matches() || type.group(3).length() > 8) {
            throw noNumbers(descr);
        }
        ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = type.group(3).isEmpty() ? 1 : Integer.parseInt(type.group(3));
        char kind = type.group(2).charAt(0);
        boolean whole = size == 1 || size == 2 || size == 4 || size == 8;
        if (kind == 'U' && size >= 1 && size <= MOST_BYTES / 4) {
            return new ArrayElement(ArrayElement.Kind.UTF32, 4 * size, order);
        }
        if (kind == 'S' && size >= 1 && size <= MOST_BYTES) {
            return new ArrayElement(ArrayElement.Kind.LATIN, size, order);
        }
        if ((kind == 'b' || kind == '?') && size == 1) {
            return new ArrayElement(ArrayElement.Kind.BOOL, 1, order);
        }
        if (kind == 'i' && whole) {
            return new ArrayElement(ArrayElement.Kind.SIGNED, size, order);
        }
        if (kind == 'u' && whole) {
            return new ArrayElement(ArrayElement.Kind.UNSIGNED, size, order);
        }
        if (kind == 'f' && whole && size > 1) {
            return new ArrayElement(ArrayElement.Kind.FLOAT, size, order);
        }
        throw noNumbers(descr);
    }

    private InputException noNumbers(String descr) {
        String what = descr.contains("O") && !descr.startsWith("[")
                ? " (Python objects)"
                : descr.contains("c") && !descr.startsWith("[")
                        ? " (complex numbers)"
                        : descr.startsWith("[") ? " (records)" : "";
        return wrong(
                "the header, descr",
                shortened(descr) + what,
                "booleans, whole numbers of 1, 2, 4 or 8 bytes, or floats of 2, 4 or 8 bytes");
    }

    private long[] shape() {
        String shape = entry("shape");
        // Do not split by a regular expression with spaces: a header of many spaces would take quadratic time.
        String[] sizes = shape.replaceAll("^\\(|\\)$", "").split(",", -1);
        int count = sizes[sizes.length - 1].isBlank() ? sizes.length - 1 : sizes.length;
        if (!shape.startsWith("(") || count > MOST_AXES) {
            throw wrong(
                    "the header, shape", shortened(shape), "sizes of at most " + MOST_AXES + " axes in parentheses");
        }
        long[] found = new long[count];
        for (int i = 0; i < count; i++) {
            String size = sizes[i].strip();
            // Python 2 wrote an L after long integers.
            if (!size.matches("\\d{1,18}L?")) {
                throw wrong("the header, shape", shortened(shape), "whole numbers of at most 18 digits");
            }
            found[i] = Long.parseLong(size.replace("L", ""));
        }
        return found;
    }

    private InputException wrong(String place, String found, String expected) {
        return new InputException(name + ": " + place + ": found " + found + ", expected " + expected);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return line.length() <= 60 ? line : line.substring(0, 60) + "...";
    }
}
