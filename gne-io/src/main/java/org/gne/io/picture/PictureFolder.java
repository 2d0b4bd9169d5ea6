package org.gne.io.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
 * @param others the number of files that are not hidden and have other endings
 */
record PictureFolder(Path path, List<String> files, int others) {

    private static final List<String> ENDINGS =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp");

    static PictureFolder list(Path path) throws IOException {
        List<String> files = new ArrayList<>();
        int others = 0;
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path file : (Iterable<Path>) walk.sorted()::iterator) {
                Path relative = path.relativize(file);
                if (Files.isDirectory(file) || isHidden(relative)) {
                    continue;
                }
                if (isPicture(relative)) {
                    files.add(slashed(relative));
                } else {
                    others++;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (files.isEmpty()) {
            throw new InputException(
                    path + ": is a folder without images, expected files ending in " + String.join(", ", ENDINGS));
        }
        Collections.sort(files);
        return new PictureFolder(path, files, others);
    }

    /** Whether a folder has an image. */
    static boolean hasPictures(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.anyMatch(
                    file -> isPicture(file) && !isHidden(folder.relativize(file)) && !Files.isDirectory(file));
        } catch (IOException | UncheckedIOException e) {
            // The reader of the folder reports what is wrong with it.
            return true;
        }
    }

    /** A single image, as a folder with nothing else. */
    static PictureFolder single(Path file) {
        Path name = file.getFileName();
        Path folder = file.toAbsolutePath().getParent();
        return new PictureFolder(
                folder == null ? file : folder, List.of(name == null ? file.toString() : name.toString()), 0);
    }

    /** Whether the ending of a file's name is that of an image. */
    static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static boolean isHidden(Path relative) {
        return names(relative).anyMatch(part -> part.startsWith("."));
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
