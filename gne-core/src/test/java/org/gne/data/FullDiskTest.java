package org.gne.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 256 kB in memory; only root can mount it. */
class FullDiskTest {

    @TempDir
    Path disk;

    private boolean mounted;

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        boolean root = System.getProperty("user.name").equals("root");
        mounted = root && run("mount", "-t", "tmpfs", "-o", "size=256k", "gne-test", disk.toString()) == 0;
        assumeTrue(mounted, "no small disk can be mounted here");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", disk.toString());
        }
    }

    @Test
    void aFileThatDoesNotFitIsNamed() {
        Path file = disk.resolve("map.png");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write(new byte[1 << 20])))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": cannot be written: ")
                .hasMessageContaining("space");
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void rowsThatDoNotFitNameTheFolderAndAWayOut() throws IOException {
        StorageOptions options = StorageOptions.automatic().in(disk).onDisk();
        try (RowStore store = new RowStore(RowStore.Element.FLOAT, 300_000, options)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            store.add(new float[300_000]);
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(disk + ": the rows cannot be stored there: ")
                    .hasMessageEndingWith("expected room for them, or another folder (--scratch)");
        }
    }
}
