package org.gne.io.array;

import java.io.IOException;
import java.util.List;
import org.gne.io.InputSource;

/**
 * Tensors of a safetensors file: the rows are the only tensor, or the one that {@code --array} names.
 *
 * @hidden internal
 */
public final class SafeTensorsFormat implements ArrayFormat {

    private static final List<String> ENDINGS = List.of(".safetensors");

    @Override
    public String description() {
        return "safetensors (.safetensors)";
    }

    @Override
    public boolean claims(InputSource source) {
        return source.isFileEndingIn(ENDINGS);
    }

    @Override
    public ArrayFile open(InputSource source) throws IOException {
        return SafeTensorsFile.open(source);
    }
}
