package org.gne.explorer;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gne.data.RowLabels;
import org.jspecify.annotations.Nullable;

/**
 * A running fit. GET: the page that shows the map ({@code /}), the progress as server-sent events ({@code /live/events}),
 * the coordinates after the last epoch ({@code /live/map}). POST: {@code /live/pause}, {@code /live/resume}, {@code
 * /live/stop}.
 */
final class LiveSite implements Site {

    /** Time between two events; the browser waits the same time before it opens a new event stream. */
    private static final int PAUSE_MILLIS = 100;

    private static final int STREAM_SECONDS = 60;

    private final LiveTraining training;
    private final Secret token = Secret.random();
    private final Payload page;
    private final @Nullable Payload labels;

    LiveSite(String title, int rows, @Nullable RowLabels labels, LiveTraining training, Page bundled) {
        this.training = training;
        this.labels = Payloads.labels(labels);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", 1);
        members.put("source", "live");
        members.put("title", title);
        members.put("rows", rows);
        Description.labels(members, labels);
        members.put("payloads", this.labels == null ? List.of() : List.of(this.labels.name()));
        members.put("token", token.text());
        page = bundled.payload(title, Description.json(members));
    }

    @Override
    public boolean trusts(@Nullable String given) {
        return token.is(given);
    }

    @Override
    public @Nullable Payload get(String path) {
        return switch (path) {
            case "/" -> page;
            case "/live/map" -> Payload.ofFloats("map", training.places());
            case "/live/events" -> new Payload(Payload.EVENTS, Payload.UNTIL_CLOSED, this::writeEvents);
            default -> labels != null && path.equals("/payload/" + labels.name()) ? labels : null;
        };
    }

    @Override
    public @Nullable Payload post(String path, byte[] body) {
        switch (path) {
            case "/live/pause" -> training.pause();
            case "/live/resume" -> training.resume();
            case "/live/stop" -> training.stop();
            default -> {
                return null;
            }
        }
        return Payload.NOTHING;
    }

    /** Writes an event after every change: the state, and the losses since the last event. */
    private void writeEvents(OutputStream out) throws IOException {
        long end = System.nanoTime() + STREAM_SECONDS * 1_000_000_000L;
        long seen = -1;
        int sent = 0;
        Page.text(out, "retry: " + PAUSE_MILLIS + "\n\n");
        try {
            while (System.nanoTime() < end) {
                LiveTraining.Moment now = training.after(seen, 5000);
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("state", now.state().name().toLowerCase(Locale.ROOT));
                event.put("from", sent);
                event.put(
                        "losses",
                        new ArrayList<>(now.losses().subList(sent, now.losses().size())));
                event.put("epochs", now.epochs());
                event.put("secondsLeft", now.secondsLeft());
                Page.text(out, "data: " + JSON.std.asString(event) + "\n\n");
                out.flush();
                seen = now.version();
                sent = now.losses().size();
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
