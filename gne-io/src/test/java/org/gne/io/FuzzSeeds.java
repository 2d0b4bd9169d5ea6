package org.gne.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small valid files of every kind and element type, for a fuzzer to begin with. */
final class FuzzSeeds {

    private FuzzSeeds() {}

    static Stream<byte[]> npy() {
        List<byte[]> seeds = new ArrayList<>();
        for (String type :
                List.of("|b1", "|u1", "<u2", "<u4", "<u8", "|i1", ">i2", "<i4", ">i8", "<f2", ">f4", "<f8")) {
            int bytes = type.charAt(2) - '0';
            boolean columnMajor = seeds.size() % 2 == 1;
            seeds.add(npy(type, columnMajor, "(4, 3)", new byte[4 * 3 * bytes]));
            seeds.add(npy(type, columnMajor, "(4,)", new byte[4 * bytes]));
        }
        seeds.add(npy("<f4", true, "(2, 2, 2, 3)", new byte[96]));
        seeds.add(npy("<U2", false, "(4,)", new byte[32]));
        seeds.add(npy("|S3", false, "(4,)", "abcdefabcghi".getBytes(StandardCharsets.US_ASCII)));
        // The fuzzer makes nothing longer than the longest.
        seeds.add(npy("|u1", false, "(4," + " ".repeat(1000) + "3)", new byte[12]));
        seeds.add(gzip(npy("|u1", true, "(4, 3)", new byte[12])));
        return seeds.stream();
    }

    static Stream<byte[]> npz() {
        byte[] x = npy("<f4", false, "(4, 3)", new byte[48]);
        byte[] columns = npy(">i2", true, "(4, 3)", new byte[24]);
        byte[] y = npy("|u1", false, "(4,)", new byte[] {1, 2, 1, 0});
        byte[] z = npy("|S1", false, "(4,)", "abcd".getBytes(StandardCharsets.US_ASCII));
        return Stream.of(ZipEntry.STORED, ZipEntry.DEFLATED)
                .flatMap(method -> Stream.of(
                        zip(method, List.of(Map.entry("x.npy", x))),
                        zip(
                                method,
                                List.of(Map.entry("x.npy", columns), Map.entry("y.npy", y), Map.entry("z.npy", z)))));
    }

    static Stream<byte[]> idx() {
        List<byte[]> seeds = new ArrayList<>();
        for (int[] type : new int[][] {{0x08, 1}, {0x09, 1}, {0x0B, 2}, {0x0C, 4}, {0x0D, 4}, {0x0E, 8}}) {
            seeds.add(idx(type[0], type[1], 4, 3));
            seeds.add(idx(type[0], type[1], 4));
        }
        seeds.add(idx(0x08, 1, 2, 3, 4));
        seeds.add(idx(0x0B, 2, 2, 2, 2, 3));
        seeds.add(gzip(idx(0x08, 1, 4, 3)));
        return seeds.stream();
    }

    static Stream<byte[]> safeTensors() {
        List<byte[]> seeds = new ArrayList<>();
        for (String type : List.of("BOOL1", "U81", "U162", "U324", "U648", "I81", "F162", "BF162", "F324", "F648")) {
            int bytes = type.charAt(type.length() - 1) - '0';
            seeds.add(safeTensors(
                    "{\"x\":" + tensor(type.substring(0, type.length() - 1), "[4,3]", 0, 12 * bytes) + "}",
                    12 * bytes));
        }
        seeds.add(safeTensors(
                "{\"__metadata__\":{\"a\":\"b\"},\"x\":" + tensor("F32", "[4,1]", 0, 16) + ",\"y\":"
                        + tensor("I64", "[4]", 16, 48) + ",\"z\":" + tensor("U8", "[4]", 48, 52) + "}",
                52));
        return seeds.stream();
    }

    static Stream<byte[]> excel() {
        String rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        List<Map.Entry<String, byte[]>> parts = new ArrayList<>();
        Map.of(
                        "xl/workbook.xml",
                        "<workbook><workbookPr date1904='0'/><sheets><sheet name='A' r:id='r1' xmlns:r='r'/></sheets></workbook>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='r1' Type='" + rels
                                + "worksheet' Target='a.xml'/><Relationship Id='r2'"
                                + " Type='" + rels + "styles' Target='s.xml'/><Relationship Id='r3' Type='" + rels
                                + "sharedStrings' Target='t.xml'/></Relationships>",
                        "xl/s.xml",
                        "<styleSheet><numFmts><numFmt numFmtId='165' formatCode='d. mmm h:mm'/></numFmts><cellXfs><xf numFmtId='0'/>"
                                + "<xf numFmtId='14'/><xf numFmtId='165'/></cellXfs></styleSheet>",
                        "xl/t.xml",
                        "<sst><si><t>x</t></si><si><t>day</t></si></sst>",
                        "xl/a.xml",
                        "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row><row><c>"
                                + "<v>1.5</v></c><c s='1'><v>43861</v></c></row><row><c><f>A2</f><v>2</v></c><c s='2'><v>43862.5</v></c>"
                                + "</row><row><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row></sheetData></worksheet>")
                .forEach((name, text) -> parts.add(Map.entry(name, text.getBytes(StandardCharsets.UTF_8))));
        return Stream.of(zip(ZipEntry.STORED, parts), zip(ZipEntry.DEFLATED, parts));
    }

    static Stream<byte[]> archive() {
        byte[] table = "a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
        List<Map.Entry<String, byte[]>> files = List.of(Map.entry("t/a.csv", table), Map.entry("t/b.csv", table));
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar)) {
            TarArchiveEntry entry = new TarArchiveEntry("t/a.csv");
            entry.setSize(table.length);
            out.putArchiveEntry(entry);
            out.write(table);
            out.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(zip(ZipEntry.STORED, files), zip(ZipEntry.DEFLATED, files), tar.toByteArray());
    }

    static Stream<byte[]> hdf() throws IOException {
        return resources("hdf/csr.h5ad", "hdf/old.h5ad", "hdf/cells.loom", "hdf/tenx3.h5");
    }

    static Stream<byte[]> words() {
        ByteBuffer file = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        file.put("2 2\na ".getBytes(StandardCharsets.US_ASCII)).putFloat(1.5f).putFloat(-2);
        file.put("\nbc ".getBytes(StandardCharsets.US_ASCII)).putFloat(3).putFloat(4);
        return Stream.of(file.array());
    }

    /** The content of test resources. */
    static Stream<byte[]> resources(String... names) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = Objects.requireNonNull(FuzzSeeds.class.getResourceAsStream(name))) {
                seeds.add(in.readAllBytes());
            }
        }
        return seeds.stream();
    }

    private static byte[] npy(String type, boolean columnMajor, String shape, byte[] data) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (columnMajor ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
        return ByteBuffer.allocate(10 + header.length() + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
    }

    /**
     * @param type code of the elements, as the header has it
     * @param width bytes of an element
     */
    private static byte[] idx(int type, int width, int... sizes) {
        int bytes = width;
        for (int size : sizes) {
            bytes *= size;
        }
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + bytes);
        file.putInt(type << 8 | sizes.length);
        for (int size : sizes) {
            file.putInt(size);
        }
        return file.array();
    }

    private static String tensor(String type, String shape, int begin, int end) {
        return "{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + "," + end + "]}";
    }

    private static byte[] safeTensors(String header, int bytes) {
        return ByteBuffer.allocate(8 + header.length() + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(int method, List<Map.Entry<String, byte[]>> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(method);
            for (Map.Entry<String, byte[]> file : files) {
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
