package org.gne.io.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gne.io.InputException;
import org.gne.io.ReadOptions;
import org.gne.io.ReadProgress;

/**
 * One download. Redirects are followed, but not from https to http. It ends if no byte comes for a minute, if there are more bytes than
 * are allowed, or more than the disk has room for.
 */
final class Download {

    private static final Duration CONNECT = Duration.ofSeconds(20);

    /** The longest time without a byte. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** The time between two reports of progress. */
    private static final long INTERVAL_MILLIS = 200;

    private final URI address;
    private final String name;
    private final ReadOptions options;
    private final Duration silence;

    /** The body that is being received, once the answer has begun. */
    private final CompletableFuture<BoundedFile> body = new CompletableFuture<>();

    private volatile long total = -1;

    Download(URI address, ReadOptions options, Duration silence) {
        this.address = address;
        this.name = shown(address);
        this.options = options;
        this.silence = silence;
    }

    /**
     * Downloads a file.
     *
     * @return the file in the folder of {@link ReadOptions#storage}, to be closed by the caller
     * @throws InputException if the server is not there, has no such file, or the file is too large
     */
    static DownloadedFile of(URI address, ReadOptions options) throws IOException {
        return new Download(address, options, SILENCE).run();
    }

    /** An address without its query, which may hold a secret. */
    private static String shown(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    DownloadedFile run() throws IOException {
        Path path = Files.createTempFile(options.storage().existingDirectory(), "gne-", ".download");
        // If the process ends while the file is read.
        path.toFile().deleteOnExit();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            HttpResponse<Long> answer = receive(file);
            return new DownloadedFile(name, FileName.of(answer.uri(), answer.headers()), path);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private HttpResponse<Long> receive(FileChannel file) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(address).header("User-Agent", "gne").build();
        CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request, head -> subscriber(head, file));
        try {
            return await(answer);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof BoundedFile.TooLargeException
                    ? tooLarge("more")
                    : DownloadFailures.of(name, address, cause, received());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(name + ": interrupted");
        }
    }

    /** Decides by the head of the last answer whether its body is wanted. */
    private HttpResponse.BodySubscriber<Long> subscriber(HttpResponse.ResponseInfo head, FileChannel file) {
        long length = head.headers().firstValueAsLong("Content-Length").orElse(-1);
        InputException refusal = null;
        if (head.statusCode() != 200) {
            refusal = DownloadFailures.ofStatus(name, head.statusCode());
        } else if (length > options.address().mostBytes()) {
            refusal = tooLarge(megabytes(length));
        } else if (length > free()) {
            refusal = new InputException(
                    name + ": has " + megabytes(length) + ", expected at most the " + megabytes(free())
                            + " that are free in " + options.storage().directory());
        }
        if (refusal != null) {
            body.completeExceptionally(refusal);
            return HttpResponse.BodySubscribers.replacing(0L);
        }
        total = length;
        BoundedFile receiver = new BoundedFile(file, options.address().mostBytes());
        body.complete(receiver);
        return receiver;
    }

    private long free() {
        try {
            return Files.getFileStore(options.storage().directory()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private HttpResponse<Long> await(CompletableFuture<HttpResponse<Long>> answer)
            throws InterruptedException, ExecutionException {
        long seen = 0;
        long since = System.nanoTime();
        while (true) {
            if (body.isCompletedExceptionally()) {
                answer.cancel(true);
                body.get();
            }
            try {
                HttpResponse<Long> finished = answer.get(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                body.get();
                return finished;
            } catch (TimeoutException e) {
                long now = received();
                since = now == seen ? since : System.nanoTime();
                seen = now;
                if (System.nanoTime() - since > silence.toNanos()) {
                    answer.cancel(true);
                    throw new InputException(
                            name + ": no byte came for " + silence.toSeconds() + " seconds, after " + megabytes(now),
                            e);
                }
                options.listener().onProgress(new ReadProgress("downloading", now, total, ReadProgress.Unit.BYTES));
            }
        }
    }

    private long received() {
        return body.isDone() && !body.isCompletedExceptionally() ? body.join().written() : 0;
    }

    private InputException tooLarge(String found) {
        return new InputException(name + ": has " + found + ", expected at most "
                + megabytes(options.address().mostBytes()) + ": allow more with --download-limit");
    }

    private static String megabytes(long bytes) {
        return bytes < 10 << 20 ? String.format(Locale.ROOT, "%,d bytes", bytes) : String.format("%,d MB", bytes >> 20);
    }
}
