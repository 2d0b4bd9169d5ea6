package org.gne.io.picture;

import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** The JPEG decoder fills what is missing or damaged with grey and only warns. */
final class DamageWarnings implements IIOReadWarningListener {

    private @Nullable String damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        // Stray bytes between segments do no harm, and cameras write them.
        boolean harmless = warning.contains("extraneous");
        if (!harmless
                && (warning.startsWith("Corrupt") || warning.startsWith("Premature") || warning.contains("end of"))) {
            damage = damage == null ? warning : damage;
        }
    }

    void refuse(Path path) {
        if (damage != null) {
            throw new InputException(path + ": the picture is damaged: " + damage);
        }
    }
}
