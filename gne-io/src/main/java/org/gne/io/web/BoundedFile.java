package org.gne.io.web;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer to a file, up to a number of bytes; more are an error. */
final class BoundedFile implements BodySubscriber<Long> {

    private final FileChannel file;
    private final long most;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private volatile long written;

    /**
     * @param file where the bytes go; it is not closed
     * @param most the largest number of bytes
     */
    BoundedFile(FileChannel file, long most) {
        this.file = file;
        this.most = most;
    }

    /** More bytes came than are allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException() {
            super("more bytes than are allowed");
        }
    }

    /** The number of bytes that were written so far. */
    long written() {
        return written;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        Flow.Subscription source = subscription;
        if (source == null || result.isDone()) {
            return;
        }
        try {
            for (ByteBuffer item : items) {
                int size = item.remaining();
                if (written + size > most) {
                    throw new TooLargeException();
                }
                while (item.hasRemaining()) {
                    file.write(item);
                }
                written = written + size;
            }
            source.request(1);
        } catch (IOException e) {
            source.cancel();
            result.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        result.complete(written);
    }
}
