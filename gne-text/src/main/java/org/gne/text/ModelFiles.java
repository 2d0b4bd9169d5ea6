package org.gne.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gne.io.InputException;

/** The files of embedding models: their bytes and their hashes. */
final class ModelFiles {

    private ModelFiles() {}

    /**
     * The content of a file.
     *
     * @throws InputException if it cannot be read
     */
    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputException unreadable(Path file, IOException e) {
        String why = Files.isDirectory(file)
                ? "is a folder, expected a file"
                : Files.exists(file) ? "cannot be read: " + e.getMessage() : "there is no such file";
        return new InputException(file + ": " + why, e);
    }

    /** The first 16 digits of the SHA-256 of files, one after the other. */
    static String sha256(Path... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(block); n >= 0; n = in.read(block)) {
                        digest.update(block, 0, n);
                    }
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
