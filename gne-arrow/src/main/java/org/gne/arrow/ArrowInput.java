package org.gne.arrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.gne.io.InputException;
import org.gne.io.InputSource;

/**
 * An Arrow file that can be read again and again.
 *
 * @param source the file
 * @param isFile whether it has the format of a file, not of a stream
 */
record ArrowInput(InputSource source, boolean isFile) {

    private static final int LONGEST = 200;

    ArrowInput {
        // The library takes the address of a buffer, which is a private field of the JDK.
        Module base = ByteBuffer.class.getModule();
        if (!base.isOpen("java.nio", BufferAllocator.class.getModule())) {
            throw new InputException(
                    source.text() + ": Arrow needs the option --add-opens=java.base/java.nio=ALL-UNNAMED of Java,"
                            + " which is missing; the launcher gne sets it");
        }
    }

    /** The name for messages. */
    String name() {
        return source.text();
    }

    /** Memory for batches of rows: at most as much as the Java heap, whatever a damaged file asks for. */
    static BufferAllocator memory() {
        return new RootAllocator(Runtime.getRuntime().maxMemory());
    }

    /** Opens the file before its first batch of rows. */
    ArrowReader open(BufferAllocator memory) throws IOException {
        if (!isFile) {
            return new ArrowStreamReader(source.open(), memory, CommonsCompressionFactory.INSTANCE);
        }
        if (source.packing() != null) {
            throw new InputException(name() + ": is packed as " + source.packing()
                    + ", expected an Arrow file that is not" + " packed (unpack it first)");
        }
        return new ArrowFileReader(Files.newByteChannel(source.path()), memory, CommonsCompressionFactory.INSTANCE);
    }

    /**
     * Reads something. For damaged bytes the library throws all kinds of exceptions.
     *
     * @throws InputException if reading fails
     */
    <T> T guarded(Callable<T> reading) {
        try {
            return reading.call();
        } catch (InputException e) {
            throw e;
        } catch (Exception | OutOfMemoryError | StackOverflowError | AssertionError e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new InputException(
                    name() + ": is damaged Arrow data, or of a kind that cannot be read: "
                            + (why.length() <= LONGEST ? why : why.substring(0, LONGEST) + "..."),
                    e);
        }
    }
}
