package org.gne.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.gne.data.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Damages a file that a reader reads. Whatever it does, the reader gives rows, or one line that names the file.
 *
 * @param file where damaged copies are written
 * @param input what is read: the file, or the folder it is in
 * @param whole the undamaged bytes
 * @param checked whether the format has checksums over all that is read, so that no damage goes unseen
 */
record Damage(Path file, Path input, byte[] whole, ReadOptions options, boolean checked) {

    private static final int PARTS = 64;

    /** Cuts the file at every 1/64. */
    void truncate(boolean alwaysSeen) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * part / PARTS));
            Dataset data = read(cut);
            if (alwaysSeen && data != null) {
                fail(file + " cut to " + cut.length + " of " + whole.length + " bytes was read without a word");
            }
        }
    }

    /** Sets bytes, one in some copies and up to 8 in others, to anything. */
    void flip(int times, long seed) throws IOException {
        Dataset right = read(whole);
        assertThat(right).as("the undamaged file").isNotNull();
        Random random = new Random(seed);
        for (int time = 0; time < times; time++) {
            byte[] damaged = whole.clone();
            int bytes = random.nextBoolean() ? 1 : 1 + random.nextInt(8);
            for (int i = 0; i < bytes; i++) {
                damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Dataset data = read(damaged);
            if (checked && data != null && right != null) {
                assertThat(values(data)).as("flip " + time + " of seed " + seed).isEqualTo(values(right));
            }
        }
    }

    private @Nullable Dataset read(byte[] content) throws IOException {
        Files.write(file, content);
        try {
            Dataset data = Inputs.read(input.toString(), options);
            values(data);
            return data;
        } catch (InputException e) {
            assertThat(e).hasMessageStartingWith(input.toString());
            assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(700);
            return null;
        } catch (RuntimeException | Error e) {
            Path kept = Files.write(Files.createTempFile("gne-damage-", "-" + file.getFileName()), content);
            throw new AssertionError("threw " + e + " for " + kept, e);
        }
    }

    private static float[] values(Dataset data) {
        int width = data.samples().width();
        float[] values = new float[Math.multiplyExact(data.samples().size(), width)];
        for (int i = 0; i < data.samples().size(); i++) {
            data.samples().read(i, values, i * width);
        }
        return values;
    }
}
