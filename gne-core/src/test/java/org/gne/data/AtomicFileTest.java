package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
        assertThat(names()).isEmpty();
    }

    /** A socket of its own, not a device of the machine: if the check failed, the device would be replaced. */
    @Test
    void specialFilesAreRefused() throws IOException {
        Path socket = directory.resolve("socket");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Path link = Files.createSymbolicLink(directory.resolve("link"), socket);
            for (Path special : List.of(socket, link)) {
                assertThatThrownBy(() -> AtomicFile.write(special, text("x")))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("is a device, a pipe or a socket");
            }
            assertThat(Files.readAttributes(socket, BasicFileAttributes.class).isOther())
                    .isTrue();
            assertThat(names()).containsExactlyInAnyOrder("socket", "link");
        }
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
