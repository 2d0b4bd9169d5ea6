package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path directory;

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesAreMadeAndReplaced() throws IOException {
        Path file = directory.resolve("a");
        AtomicFile.write(file, text("one"));
        assertThat(file).hasContent("one");
        AtomicFile.write(file, text("two"));
        assertThat(file).hasContent("two");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void theFileIsNotThereWhileItIsWritten() throws IOException {
        Path file = directory.resolve("a");
        AtomicFile.write(file, out -> {
            out.write(1);
            out.flush();
            assertThat(file).doesNotExist();
            // A content that closes its stream must not keep the file from being forced.
            out.close();
        });
        assertThat(file).hasBinaryContent(new byte[] {1});
    }

    @Test
    void failuresLeaveWhatWasThere() throws IOException {
        Path file = directory.resolve("a");
        AtomicFile.write(file, text("old"));
        for (Throwable failure :
                List.of(new IOException("full"), new IllegalStateException(), new OutOfMemoryError())) {
            assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                        out.write(new byte[1 << 20]);
                        if (failure instanceof IOException e) {
                            throw e;
                        }
                        if (failure instanceof Error e) {
                            throw e;
                        }
                        throw (RuntimeException) failure;
                    }))
                    .isSameAs(failure);
        }
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void targetsThatAreNoFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(directory, text("x"))).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> AtomicFile.write(directory.resolve("no/a"), text("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its directory is missing");
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThatThrownBy(() -> AtomicFile.write(device, text("x"))).hasMessageContaining("is a device");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void linksStayLinks() throws IOException {
        Path file = directory.resolve("a");
        Path link = directory.resolve("link");
        AtomicFile.write(file, text("old"));
        Files.createSymbolicLink(link, file.getFileName());
        AtomicFile.write(link, text("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void filesMayBeReadByWhomEverOtherNewFilesMay() throws IOException {
        Path plain = Files.createFile(directory.resolve("plain"));
        Path atomic = directory.resolve("atomic");
        AtomicFile.write(atomic, text("x"));
        if (plain.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(atomic)).isEqualTo(Files.getPosixFilePermissions(plain));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
