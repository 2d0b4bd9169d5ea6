package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.data.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A training under way: a page that shows the map move ({@code /}), what happens as server-sent events ({@code
 * /live/events}), the map after the last epoch ({@code /live/map}); to be sent: {@code /live/pause}, {@code /live/resume},
 * {@code /live/stop}.
 */
final class LiveSite implements Site {

    /** Between two events, and until an event stream ends: the browser opens the next by itself. */
    private static final int PAUSE_MILLIS = 100;

    private static final int STREAM_SECONDS = 60;

    private final LiveTraining training;
    private final String token = token();
    private final Payload page;
    private final @Nullable Payload classes;

    LiveSite(String title, int rows, @Nullable Labels labels, LiveTraining training, Page bundled) {
        this.training = training;
        classes = labels == null ? null : Payload.ofInts("classes", labels.classes());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("version", 1);
        told.put("source", "live");
        told.put("title", title);
        told.put("rows", rows);
        told.put("classes", Description.classes(labels));
        told.put("noClass", Description.noClass());
        told.put("blocks", labels == null ? List.of() : List.of("classes"));
        told.put("token", token);
        page = bundled.block(title, Description.json(told));
    }

    private static String token() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public boolean trusts(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Payload get(String path) {
        return switch (path) {
            case "/" -> page;
            case "/block/classes" -> classes;
            case "/live/map" -> Payload.ofFloats("map", training.places());
            case "/live/events" -> new Payload(Payload.EVENTS, Payload.UNTIL_CLOSED, this::tell);
            default -> null;
        };
    }

    @Override
    public boolean post(String path) {
        switch (path) {
            case "/live/pause" -> training.pause();
            case "/live/resume" -> training.resume();
            case "/live/stop" -> training.stop();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Writes an event whenever there is something new: the state, and the losses since the last event. */
    private void tell(OutputStream out) throws IOException {
        long end = System.nanoTime() + STREAM_SECONDS * 1_000_000_000L;
        long seen = -1;
        int told = 0;
        Page.text(out, "retry: " + PAUSE_MILLIS + "\n\n");
        try {
            while (System.nanoTime() < end) {
                LiveTraining.Moment now = training.after(seen, 5000);
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("state", now.state().name().toLowerCase(Locale.ROOT));
                event.put("from", told);
                event.put(
                        "losses",
                        new ArrayList<>(now.losses().subList(told, now.losses().size())));
                event.put("epochs", now.epochs());
                event.put("secondsLeft", now.secondsLeft());
                Page.text(out, "data: " + JSON.std.asString(event) + "\n\n");
                out.flush();
                seen = now.version();
                told = now.losses().size();
                if (now.state() == LiveTraining.State.DONE) {
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server was stopped");
        }
    }
}
