package org.gne.io.excel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ZipPart;
import org.jspecify.annotations.Nullable;

/** An Excel file (.xlsx): a zip of XML files. */
final class Workbook implements Closeable {

    private final String name;
    private final ZipFile zip;
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;
    private CellStyles styles = CellStyles.NONE;
    private SharedTexts texts = SharedTexts.none();

    /**
     * A sheet.
     *
     * @param name its name
     * @param part its file in the zip
     * @param hidden whether Excel does not show it
     */
    record Sheet(String name, String part, boolean hidden) {}

    private record Relation(String type, String target) {}

    private Workbook(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @throws InputException if it is damaged, or another kind of file
     */
    static Workbook open(InputSource source) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(source.path().toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            throw new InputException(
                    source.text() + ": is not an .xlsx file, which must be a zip: " + e.getMessage(), e);
        }
        Workbook book = new Workbook(source.text(), zip);
        try {
            book.read();
            return book;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void read() throws IOException {
        Relation main = relations("").values().stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .findFirst()
                .orElse(null);
        String part = main == null ? "xl/workbook.xml" : main.target();
        if (part.endsWith(".bin")) {
            throw new InputException(
                    name + ": is a binary Excel file (.xlsb), expected .xlsx (save it as .xlsx or CSV)");
        }
        Map<String, Relation> relations = relations(part);
        try (XmlPart xml = open(part)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String value = xml.attribute("date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.starts("sheet")) {
                    Relation target = relations.get(String.valueOf(xml.attribute("id")));
                    String state = xml.attribute("state");
                    if (target != null && target.type().equals("worksheet")) {
                        boolean hidden = state != null && !state.equals("visible");
                        sheets.add(new Sheet(String.valueOf(xml.attribute("name")), target.target(), hidden));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new InputException(name + ": found no sheet with cells, expected at least one");
        }
        for (Relation relation : relations.values()) {
            if (relation.type().equals("styles")) {
                try (XmlPart xml = open(relation.target())) {
                    styles = CellStyles.read(xml);
                }
                // Some programs name a file of texts and write none, if no cell has a text.
            } else if (relation.type().equals("sharedStrings") && zip.getEntry(relation.target()) != null) {
                try (XmlPart xml = open(relation.target())) {
                    texts = SharedTexts.read(name, xml);
                }
            }
        }
    }

    /** The files that a file of the zip names, by the ids that it uses for them. */
    private Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String file = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relation> found = new HashMap<>();
        if (zip.getEntry(file) == null) {
            return found;
        }
        try (XmlPart xml = open(file)) {
            while (xml.find("Relationship")) {
                String type = String.valueOf(xml.attribute("Type"));
                String target = String.valueOf(xml.attribute("Target"));
                found.put(
                        String.valueOf(xml.attribute("Id")),
                        new Relation(
                                type.substring(type.lastIndexOf('/') + 1),
                                target.startsWith("/") ? target.substring(1) : part.substring(0, slash) + target));
            }
        }
        return found;
    }

    /** Opens a file of the zip. */
    XmlPart open(String part) throws IOException {
        String place = name + ", " + part;
        try {
            ZipEntry entry = zip.getEntry(part);
            InputStream in = entry == null ? null : zip.getInputStream(entry);
            if (in == null) {
                throw new InputException(place + ": is not in the zip, expected it in an .xlsx file");
            }
            return new XmlPart(place, new ZipPart(place, in, entry.getCrc()));
        } catch (ZipException e) {
            throw ZipPart.damaged(place, e);
        } catch (IllegalArgumentException e) {
            // A name that is not text is found only here.
            throw new InputException(place + ": damaged zip data: " + e.getMessage(), e);
        }
    }

    /** The name of the file, for messages. */
    String name() {
        return name;
    }

    /** The sheets with cells, in the order of their tabs; at least one. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** A text that cells share, null if there is none with this number. */
    @Nullable String text(int index) {
        return texts.get(index);
    }

    /** The formats of numbers. */
    CellStyles styles() {
        return styles;
    }

    /** Whether days count from 1904, not from 1900. */
    boolean from1904() {
        return from1904;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
