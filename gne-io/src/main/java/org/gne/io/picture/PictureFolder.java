package org.gne.io.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The images in a folder and its subfolders. Hidden files and folders and files with other endings are ignored; links
 * to folders are not followed.
 *
 * @param path the folder
 * @param files the relative paths of the files, with {@code /} between names, sorted; at least one
 */
record PictureFolder(Path path, List<String> files) {

    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff");

    static PictureFolder list(Path path) throws IOException {
        List<String> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(file -> isPicture(path.relativize(file)) && !Files.isDirectory(file))
                    .map(file -> slashed(path.relativize(file)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (files.isEmpty()) {
            throw new InputException(
                    path + ": is a folder without images, expected files ending in " + String.join(", ", ENDINGS));
        }
        return new PictureFolder(path, files);
    }

    private static boolean isPicture(Path relative) {
        String name = relative.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && names(relative).noneMatch(part -> part.startsWith("."));
    }

    private static Stream<String> names(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false).map(Path::toString);
    }

    private static String slashed(Path relative) {
        return names(relative).collect(Collectors.joining("/"));
    }

    /** The path of one of {@link #files}. */
    Path path(String file) {
        return path.resolve(file);
    }

    /** The first folder in the path of a file, null if there is none. */
    static @Nullable String label(String file) {
        int end = file.indexOf('/');
        return end < 0 ? null : file.substring(0, end);
    }
}
