package org.gne.bench.jmh;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH with shorter measurements than its own: one fork, 5 seconds to warm up, 5 to measure. */
public final class Microbenchmarks {

    private Microbenchmarks() {}

    /** JMH's own arguments; those that say how long go before what is said here. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        CommandLineOptions told = new CommandLineOptions(args);
        if (told.shouldHelp()) {
            told.showHelp();
            return;
        }
        OptionsBuilder options = new OptionsBuilder();
        options.parent(told);
        options.forks(told.getForkCount().orElse(1));
        options.warmupIterations(told.getWarmupIterations().orElse(5));
        options.warmupTime(told.getWarmupTime().orElse(TimeValue.seconds(1)));
        options.measurementIterations(told.getMeasurementIterations().orElse(5));
        options.measurementTime(told.getMeasurementTime().orElse(TimeValue.seconds(1)));
        options.shouldFailOnError(true);
        new Runner(options.build()).run();
    }
}
