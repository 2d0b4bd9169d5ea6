package org.gne.io.picture;

import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** Turns warnings of the JPEG decoder into errors: it fills missing or damaged parts with grey and only warns. */
final class DamageWarnings implements IIOReadWarningListener {

    private @Nullable String damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        // Extra bytes between segments are harmless, and some cameras write them.
        boolean harmless = warning.contains("extraneous");
        if (!harmless
                && (warning.startsWith("Corrupt") || warning.startsWith("Premature") || warning.contains("end of"))) {
            damage = damage == null ? warning : damage;
        }
    }

    void refuse(Path path) {
        if (damage != null) {
            throw new InputException(path + ": the image is damaged: " + damage);
        }
    }
}
