package org.gne.io.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file.
 *
 * @param charset the encoding
 * @param note what the user should know about it, or null
 * @hidden internal
 */
public record TextEncoding(Charset charset, @Nullable String note) {

    private static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, null);

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The encoding by the first bytes: UTF-16 and UTF-32 with a byte order mark or with the zero bytes of ASCII characters, else
     * UTF-8.
     *
     * @param asked the encoding that the user named, or null
     */
    public static TextEncoding of(InputSource source, @Nullable Charset asked) {
        if (asked != null) {
            return new TextEncoding(asked, null);
        }
        Charset wide = wide(source.start());
        return wide == null
                ? UTF_8
                : new TextEncoding(wide, "the text is " + wide + " (--encoding reads it as another encoding)");
    }

    /** Whether the first bytes of a file are text: no control characters but tabs and ends of lines. */
    public static boolean isText(byte[] start) {
        if (wide(Arrays.copyOf(start, Math.min(start.length, 16))) != null) {
            return true;
        }
        for (byte b : start) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f';
            if (control) {
                return false;
            }
        }
        return start.length > 0;
    }

    private static @Nullable Charset wide(byte[] start) {
        String hex = HexFormat.of().formatHex(start);
        if (hex.startsWith("fffe0000")) {
            return Charset.forName("UTF-32LE");
        }
        if (hex.startsWith("0000feff")) {
            return Charset.forName("UTF-32BE");
        }
        if (hex.startsWith("fffe")) {
            return StandardCharsets.UTF_16LE;
        }
        if (hex.startsWith("feff")) {
            return StandardCharsets.UTF_16BE;
        }
        if (start.length >= 8 && zeros(start, 1) && !zeros(start, 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return start.length >= 8 && zeros(start, 0) && !zeros(start, 1) ? StandardCharsets.UTF_16BE : null;
    }

    /** Whether every second byte is zero, and none of the others. */
    private static boolean zeros(byte[] bytes, int from) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0 != (i % 2 == from)) {
                return false;
            }
        }
        return true;
    }

    /** The characters of a file, without a byte order mark. Bytes that are wrong in this encoding are an error. */
    public Reader open(InputSource source) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader text = new BufferedReader(new InputStreamReader(source.open(), decoder), 1 << 16);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * The encoding of a file that is not UTF-8.
     *
     * @throws InputException if it looks like no text; the message names the line with the first wrong bytes
     */
    public static TextEncoding other(InputSource source) throws IOException {
        EncodingGuess guess = new EncodingGuess();
        try (InputStream in = source.open()) {
            byte[] block = new byte[1 << 16];
            for (int n = in.readNBytes(block, 0, block.length); n > 0; n = in.readNBytes(block, 0, block.length)) {
                guess.add(block, n);
            }
        }
        Charset charset = guess.charset();
        if (charset == null) {
            throw UTF_8.wrong(source);
        }
        return new TextEncoding(
                charset,
                "the text is not UTF-8: read as " + (charset.equals(StandardCharsets.ISO_8859_1) ? "Latin-1, " : "")
                        + charset.name() + (guess.isSure() ? "" : ", which is a guess")
                        + " (--encoding changes it)");
    }

    /** The exception for a file with bytes that are wrong in this encoding: names the line and the bytes. */
    public InputException wrong(InputSource source) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer text = CharBuffer.allocate(1 << 16);
        long line = 1;
        try (InputStream in = source.open()) {
            boolean end = false;
            while (true) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, text, end);
                for (char c : text.flip().toString().toCharArray()) {
                    line += c == '\n' ? 1 : 0;
                }
                text.clear();
                if (result.isError()) {
                    byte[] wrong = new byte[Math.min(4, bytes.remaining())];
                    bytes.get(wrong, 0, Math.min(result.length(), wrong.length));
                    return new InputException(source.text() + ": line " + line + ": found the "
                            + (result.length() == 1 ? "byte " : "bytes ")
                            + HexFormat.ofDelimiter(" ").formatHex(wrong, 0, Math.min(result.length(), wrong.length))
                            + ", expected " + charset.name() + " text (--encoding names another encoding)");
                }
                bytes.compact();
                if (end && result.isUnderflow()) {
                    return new InputException(source.text() + ": expected " + charset.name() + " text");
                }
            }
        }
    }
}
