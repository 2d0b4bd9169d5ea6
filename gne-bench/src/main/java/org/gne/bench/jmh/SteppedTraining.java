package org.gne.bench.jmh;

import java.util.concurrent.Semaphore;
import org.gne.data.Samples;
import org.gne.kernel.Parallel;
import org.gne.loop.FitListener;
import org.gne.loop.FitProgress;
import org.gne.nn.Heads;
import org.gne.nn.MlpShape;
import org.gne.train.Training;
import org.gne.train.TrainingOptions;

/** A training on its own thread that runs one epoch, and the search after it, each time {@link #epoch} is called. */
final class SteppedTraining implements FitListener, AutoCloseable {

    /** So many epochs that schedules hardly change during the measurement. */
    private static final int EPOCHS = 1_000_000;

    private final Semaphore asked = new Semaphore(0);
    private final Semaphore done = new Semaphore(0);
    private final Parallel parallel;
    private final Thread thread;
    private volatile boolean closed;

    /** Prepares the training and runs the first epoch. */
    SteppedTraining(Samples samples, TrainingOptions options, int blocks, int threads) throws InterruptedException {
        MlpShape shape = new MlpShape(2, 64, blocks, Heads.unit(samples.width()));
        parallel = new Parallel(threads);
        thread = new Thread(
                () -> {
                    try {
                        Training.run(samples, shape, options.withEpochs(EPOCHS), 1, parallel, this);
                    } finally {
                        // Also after a failure: otherwise epoch() would never return.
                        closed = true;
                        done.release();
                    }
                },
                "training");
        thread.setDaemon(true);
        thread.start();
        done.acquire();
    }

    void epoch() throws InterruptedException {
        asked.release();
        done.acquire();
        if (closed) {
            throw new IllegalStateException("the training has ended");
        }
    }

    @Override
    public Action onEpoch(FitProgress progress) {
        done.release();
        asked.acquireUninterruptibly();
        return closed ? Action.STOP : Action.CONTINUE;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        asked.release();
        thread.join();
        parallel.close();
    }
}
