package org.gne.cli.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Creates parts of an HTML page that needs no other file. All text is escaped. */
final class Html {

    private Html() {}

    /** Escapes text for elements and quoted attributes. */
    static String text(String text) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /** An image of a PNG file, contained in the page. */
    static String picture(Path file, String alternative) throws IOException {
        String data = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        return "<img alt=\"" + text(alternative) + "\" src=\"data:image/png;base64," + data + "\">";
    }

    /** A table whose first column holds names; cells are text. */
    static String table(List<String> headings, List<List<String>> lines) {
        StringBuilder html = new StringBuilder("<div class=\"table\"><table>\n<thead>");
        html.append(line("th", headings)).append("</thead>\n<tbody>\n");
        lines.forEach(cells -> html.append(line("td", cells)));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static String line(String element, List<String> cells) {
        StringBuilder html = new StringBuilder("<tr>");
        for (String cell : cells) {
            html.append('<').append(element).append('>').append(text(cell));
            html.append("</").append(element).append('>');
        }
        return html.append("</tr>\n").toString();
    }
}
