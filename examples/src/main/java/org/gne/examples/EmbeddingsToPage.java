package org.gne.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gne.Gne;
import org.gne.GneModel;
import org.gne.GneOptions;
import org.gne.Preset;
import org.gne.data.Dataset;
import org.gne.data.Ids;
import org.gne.explorer.HtmlExport;
import org.gne.explorer.MapContent;

/**
 * Embeddings of texts, from any model that returns a {@code float[]} for a text, become a map as one page: each point has its text
 * as id. With LangChain4j, {@code embed} is {@code text -> model.embed(text).content().vector()}.
 */
public final class EmbeddingsToPage {

    /** Returns the embedding of a text: {@code [width]}, the same width for all. */
    @FunctionalInterface
    public interface Embedder {
        /** The embedding of a text. */
        float[] embed(String text);
    }

    private EmbeddingsToPage() {}

    /** Fits a map of the texts and writes it as a page that needs nothing else. */
    public static GneModel write(List<String> texts, Embedder embedder, Path page) throws IOException {
        float[][] vectors = texts.stream().map(embedder::embed).toArray(float[][]::new);
        Dataset data = Dataset.of(vectors).withName("texts").withIds(Ids.of(texts));
        GneModel model = Gne.fit(data, GneOptions.of(Preset.FAST));
        HtmlExport.write(page, MapContent.of("texts", model, data, Runtime.getRuntime().availableProcessors()));
        return model;
    }

    /**
     * Counts letters instead of asking a language model, so that the example needs no key.
     *
     * @param args the page to write, then texts
     */
    public static void main(String[] args) throws IOException {
        List<String> texts = List.of(args).subList(1, args.length);
        Embedder letters = text -> {
            float[] counts = new float[26];
            text.toLowerCase(java.util.Locale.ROOT)
                    .chars()
                    .filter(c -> c >= 'a' && c <= 'z')
                    .forEach(c -> counts[c - 'a']++);
            return counts;
        };
        System.out.println(write(texts, letters, Path.of(args[0])));
    }
}
