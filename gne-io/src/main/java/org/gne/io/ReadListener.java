package org.gne.io;

/** Receives the progress of reading, on the thread that reads, some times per second. */
@FunctionalInterface
public interface ReadListener {

    /** Ignores all progress. */
    ReadListener NONE = progress -> {};

    /** Receives the progress of one part of reading. */
    void onProgress(ReadProgress progress);
}
