package org.gne.io.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An Excel file with one sheet, whose cells are given as XML. */
final class WrittenBook {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** Styles 0 to 4: a number, a day, a time, a time of day, a number with letters that mean no date. */
    WrittenBook(String workbook, String rows) {
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id='r1' Type='" + RELATIONS
                        + "/officeDocument' Target='/xl/workbook.xml'/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='" + RELATIONS + "'>" + workbook
                        + "<sheets><sheet name='Empty' state='hidden' sheetId='1' r:id='r1'/>"
                        + "<sheet name='A' sheetId='2' r:id='r2'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r1' Type='" + RELATIONS + "/worksheet' Target='empty.xml'/>"
                        + "<Relationship Id='r2' Type='" + RELATIONS + "/worksheet' Target='a.xml'/>"
                        + "<Relationship Id='r3' Type='" + RELATIONS + "/styles' Target='styles.xml'/>"
                        + "<Relationship Id='r4' Type='" + RELATIONS
                        + "/sharedStrings' Target='texts.xml'/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0.0\" days\"'/>"
                        + "<numFmt numFmtId='165' formatCode='[$-409]d. mmm yyyy h:mm;@'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
                        + "<xf numFmtId='165'/><xf numFmtId='20'/><xf numFmtId='164'/></cellXfs></styleSheet>");
        parts.put(
                "xl/texts.xml",
                "<sst><si><t>name</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>x</t></rPh></si></sst>");
        parts.put("xl/empty.xml", "<worksheet><sheetData/></worksheet>");
        parts.put("xl/a.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /** A file with other content for one of its parts. */
    WrittenBook with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    /** A row of cells with texts. */
    static String texts(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
