package org.gne.io.web;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that was downloaded.
 *
 * @param name the address without its query, which may hold a secret; for messages
 * @param fileName the name of the file, with an ending if the server gave one, or empty
 * @param path the temporary file with its bytes, deleted when this is closed
 */
record DownloadedFile(String name, String fileName, Path path) implements Closeable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
