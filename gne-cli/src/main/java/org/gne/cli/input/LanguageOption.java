package org.gne.cli.input;

import org.gne.words.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language by its code or its name: {@code de}, {@code german}. */
public final class LanguageOption implements ITypeConverter<Language> {

    /** The codes that help texts list. */
    public static final String CODES = "en, de, fr, es, ... or any";

    @Override
    public Language convert(String text) {
        try {
            return Language.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
