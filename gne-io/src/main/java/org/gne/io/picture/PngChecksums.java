package org.gne.io.picture;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.gne.io.InputException;

/** Checks the checksums of the chunks of a PNG, which Java's decoder does not, and that no chunk is missing. */
final class PngChecksums {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int END = 0x49454e44;

    /** The bytes of a chunk's length, name and checksum. */
    private static final int AROUND = 12;

    private PngChecksums() {}

    static void check(Path path, byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (content.length < 8 || in.getLong() != SIGNATURE) {
            return;
        }
        while (in.remaining() >= AROUND) {
            int at = in.position();
            int length = in.getInt();
            int name = in.getInt();
            if (length < 0 || length > in.remaining() - 4) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(content, at + 4, length + 4);
            in.position(in.position() + length);
            if (in.getInt() != (int) crc.getValue()) {
                throw new InputException(path + ": byte " + at
                        + ": found a PNG chunk whose checksum does not match, expected an undamaged one");
            }
            if (name == END) {
                return;
            }
        }
        throw new InputException(
                path + ": byte " + in.position() + ": found the end of the file, expected more of the PNG");
    }
}
