package org.gne.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;

/** The largest resident size of the executors that are processes of this machine, looked up at the end of each job. Linux only. */
final class ExecutorMemory extends SparkListener {

    private final AtomicLong kilobytes = new AtomicLong();

    @Override
    public void onJobEnd(SparkListenerJobEnd job) {
        Sessions.executors().forEach(child -> kilobytes.accumulateAndGet(mostOf(child.pid()), Math::max));
    }

    private static long mostOf(long pid) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double megabytes() {
        return kilobytes.get() / 1024.0;
    }
}
