package org.gne.bench.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gne.bench.Results;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH with shorter measurements than by default: one fork, 5 seconds to warm up, 5 to measure. */
public final class Microbenchmarks {

    private Microbenchmarks() {}

    /** Takes JMH's arguments, which override these durations. The environment variable RESULT names a JSON file for the results. */
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
        Collection<RunResult> results = new Runner(options.build()).run();
        String file = System.getenv("RESULT");
        if (file != null) {
            write(results, Path.of(file));
        }
    }

    private static void write(Collection<RunResult> results, Path file) throws IOException {
        List<Map<String, Object>> benchmarks = new ArrayList<>();
        for (RunResult result : results) {
            BenchmarkParams run = result.getParams();
            List<String> parameters = new ArrayList<>();
            for (String key : run.getParamsKeys()) {
                parameters.add(key + " " + run.getParam(key));
            }
            String[] name = run.getBenchmark().split("\\.");
            Result<?> found = result.getPrimaryResult();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", name[name.length - 2] + "." + name[name.length - 1]);
            one.put("parameters", String.join(", ", parameters));
            one.put("score", found.getScore());
            one.put("error", found.getScoreError());
            one.put("unit", found.getScoreUnit());
            benchmarks.add(one);
        }
        Results.write(file, Map.of("benchmarks", benchmarks));
    }
}
