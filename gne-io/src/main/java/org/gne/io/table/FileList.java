package org.gne.io.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * The files that a pattern such as {@code parts/*.parquet} matches, or those in a folder, sorted by name. Hidden files are left out.
 *
 * @param base the folder in which all of them are
 * @param files the files
 */
record FileList(Path base, List<Path> files) {

    private static final String SPECIAL = "*?[{";

    /** Whether an input that is no file and no folder can be a pattern. */
    static boolean isPattern(InputSource source) {
        String text = source.text();
        return !source.isFile()
                && !source.isFolder()
                && !text.contains("://")
                && text.length() <= 4096
                && SPECIAL.chars().anyMatch(c -> text.indexOf(c) >= 0)
                && !text.matches("(?is)\\s*(select|with|from|values|pivot|unpivot)\\s.*")
                // A pattern has an ending or a folder.
                && (text.indexOf('/') >= 0 || text.indexOf('.') >= 0)
                && !text.contains("\n");
    }

    /** All files below a folder. */
    static FileList folder(Path folder) throws IOException {
        return new FileList(folder, walk(folder, Integer.MAX_VALUE));
    }

    /**
     * The files that a pattern matches.
     *
     * @throws InputException if it is no pattern, or no file matches
     */
    static FileList matching(String pattern) throws IOException {
        int special = 0;
        while (SPECIAL.indexOf(pattern.charAt(special)) < 0) {
            special++;
        }
        int slash = pattern.lastIndexOf('/', special);
        Path base;
        PathMatcher matcher;
        String below = pattern.substring(slash + 1);
        try {
            base = Path.of(slash < 0 ? "." : pattern.substring(0, slash + 1));
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + below);
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new InputException(pattern + ": is no pattern of file names: " + e.getMessage(), e);
        }
        int depth = below.contains("**")
                ? Integer.MAX_VALUE
                : (int) below.chars().filter(c -> c == '/').count() + 1;
        List<Path> files = !Files.isDirectory(base)
                ? List.of()
                : walk(base, depth).stream()
                        .filter(file -> matcher.matches(base.relativize(file)))
                        .toList();
        if (files.isEmpty()) {
            throw new InputException(pattern + ": no file matches this pattern");
        }
        return new FileList(base, files);
    }

    private static List<Path> walk(Path folder, int depth) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .forEach(files::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        files.sort(null);
        return files;
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    /** The name of a file below the base, with {@code /} between folders. */
    String name(Path file) {
        List<String> names = new ArrayList<>();
        base.relativize(file).forEach(part -> names.add(part.toString()));
        return String.join("/", names);
    }
}
