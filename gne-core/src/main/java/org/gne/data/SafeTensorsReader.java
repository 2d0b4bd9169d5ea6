package org.gne.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads safetensors files, and checks everything that their headers say. */
record SafeTensorsReader(Path file) {

    /** A parsed header needs at most this many times its bytes in the heap: a name, a map entry, an empty shape. */
    private static final int HEADER_GROWTH = 16;

    SafeTensors read() throws IOException {
        if (!Files.exists(file)) {
            throw error("there is no such file");
        }
        // Opening a pipe could block forever.
        if (!Files.isRegularFile(file)) {
            throw error("is a directory, a device or a pipe, expected a safetensors file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            SafeTensorsHeader header = new SafeTensorsHeader(file, headerText(channel, size));
            header.parse();
            long data = size - channel.position();
            List<SafeTensorsHeader.Entry> entries = inOrderOfData(header.entries(), data);
            Map<String, Tensor> found = new HashMap<>();
            for (SafeTensorsHeader.Entry entry : entries) {
                found.put(entry.name(), TensorCodec.read(channel, entry.type(), entry.length(), entry.shape()));
            }
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (SafeTensorsHeader.Entry entry : header.entries()) {
                tensors.put(entry.name(), found.get(entry.name()));
            }
            return new SafeTensors(header.metadata(), tensors);
        } catch (EOFException e) {
            throw error("became shorter while it was read");
        }
    }

    private String headerText(FileChannel channel, long size) throws IOException {
        if (size < 8) {
            throw error("is " + size + " bytes long, expected at least 8 for the length of the header");
        }
        ByteBuffer start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        readFully(channel, start);
        long length = start.flip().getLong();
        String found = "bytes 0-7: header of " + Long.toUnsignedString(length) + " bytes, expected ";
        if (length < 0 || length > size - 8) {
            throw error(found + "at most " + (size - 8) + " in a file of " + size);
        }
        if (length < 2) {
            throw error(found + "at least 2");
        }
        long most = Math.min(SafeTensors.MAX_HEADER, Runtime.getRuntime().maxMemory() / HEADER_GROWTH);
        if (length > most) {
            throw error(found + "at most " + most);
        }
        ByteBuffer text = ByteBuffer.allocate((int) length);
        readFully(channel, text);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text.flip()).toString();
        } catch (CharacterCodingException e) {
            throw error("bytes 8-" + (7 + length) + ": the header is not UTF-8 text, expected JSON");
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
    }

    /** Checks that the tensors cover the data of the file completely, each byte once. */
    private List<SafeTensorsHeader.Entry> inOrderOfData(List<SafeTensorsHeader.Entry> entries, long data)
            throws IOException {
        List<SafeTensorsHeader.Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong(SafeTensorsHeader.Entry::begin)
                .thenComparingLong(SafeTensorsHeader.Entry::end));
        long end = 0;
        for (SafeTensorsHeader.Entry entry : ordered) {
            if (entry.begin() != end) {
                throw error("tensor " + SafeTensorsHeader.quoted(entry.name()) + " starts at data byte " + entry.begin()
                        + ", expected " + end + " where the one before it ends");
            }
            if (entry.end() > data) {
                throw error("tensor " + SafeTensorsHeader.quoted(entry.name()) + " ends at data byte " + entry.end()
                        + ", expected at most the " + data + " that the file holds");
            }
            end = entry.end();
        }
        if (end != data) {
            throw error("tensors end at data byte " + end + ", expected " + data + " where the file ends");
        }
        if (data > Runtime.getRuntime().maxMemory()) {
            throw error("tensors of " + (data >> 20) + " MB, expected at most the "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB of the Java heap (-Xmx)");
        }
        return ordered;
    }

    private IOException error(String what) {
        return new IOException(file + ": " + what);
    }
}
