package org.gne.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gne.io.InputException;
import org.gne.io.InputSource;
import org.gne.io.ReadOptions;
import org.gne.io.Table;
import org.gne.io.TextChoice;

/**
 * Inputs that are nothing but texts, if their texts are asked for ({@link TextChoice#isWholeInput}): the lines of a text
 * file, or the text files of a folder.
 *
 * @hidden internal
 */
public final class TextsFormat implements TableFormat {

    private static final List<String> ENDINGS = List.of(".txt", ".text", ".md");

    @Override
    public String description() {
        return "lines of a text file or a folder of text files, with --text (.txt, .md)";
    }

    @Override
    public boolean claims(InputSource source) {
        return false;
    }

    @Override
    public boolean claims(InputSource source, ReadOptions options) {
        TextChoice choice = options.texts();
        return choice != null
                && choice.isWholeInput()
                && (source.isFileEndingIn(ENDINGS) || (source.isFolder() && hasTexts(source.path())));
    }

    private static boolean hasTexts(Path folder) {
        try {
            return FileList.folder(folder).files().stream().anyMatch(TextsFormat::isText);
        } catch (IOException e) {
            // Another format reports that the folder cannot be read.
            return false;
        }
    }

    private static boolean isText(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public Table table(InputSource source, ReadOptions options) throws IOException {
        if (!source.isFolder()) {
            return TextLines.open(source, options.text().encoding());
        }
        FileList all = FileList.folder(source.path());
        List<Path> texts = all.files().stream().filter(TextsFormat::isText).toList();
        if (texts.isEmpty()) {
            throw new InputException(source.text() + ": found no text file (" + String.join(", ", ENDINGS) + ")");
        }
        return new TextFiles(
                source.text(), new FileList(all.base(), texts), options.text().encoding());
    }
}
