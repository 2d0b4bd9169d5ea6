package org.gne.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Spark as the tests run it. */
final class Sessions {

    private Sessions() {}

    static SparkSession local() {
        return builder("local[2]").getOrCreate();
    }

    static SparkSession localWithKryo() {
        return builder("local[2]")
                .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .getOrCreate();
    }

    /** Executors that are processes of their own, of one core each. */
    static SparkSession cluster(int executors) {
        return processes(builder("local-cluster[" + executors + ",1,1024]"));
    }

    /** A session whose executors are processes of their own. */
    static SparkSession processes(SparkSession.Builder builder) {
        jars();
        SparkSession spark = builder.config("spark.executor.memory", "1g")
                .config("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector")
                .config("spark.locality.wait", "1s")
                .getOrCreate();
        spark.sparkContext().setCheckpointDir(home("checkpoints").toString());
        return spark;
    }

    /** The executors of a session of this process that are processes of their own. */
    static Stream<ProcessHandle> executors() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"));
    }

    /** A folder of the home of Spark. */
    static Path home(String name) {
        return Path.of(System.getenv("SPARK_HOME"), name);
    }

    static SparkSession.Builder builder(String master) {
        return SparkSession.builder()
                .master(master)
                .appName("gne-spark test")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2);
    }

    /** SPARK_HOME/jars for executors: one jar that names those of this process, rather than copies of them. */
    private static void jars() {
        Path folder = home("jars");
        Manifest manifest = new Manifest();
        String path = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(folder.resolve("test-classpath.jar"))) {
                new JarOutputStream(out, manifest).close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
