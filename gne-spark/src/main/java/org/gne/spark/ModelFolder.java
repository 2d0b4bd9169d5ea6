package org.gne.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.gne.GneModel;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * A model as a folder: {@code metadata} as all models of Spark ML have it, {@code model.safetensors}, and {@code map}, a Parquet
 * of ids, coordinates and errors where they are known.
 */
final class ModelFolder {

    private static final String MODEL = "model.safetensors";

    private static final String MAP = "map";

    private ModelFolder() {}

    /** Writes it, to any file system that Hadoop knows. */
    static final class Writer extends MLWriter {

        private final GneSparkModel model;

        Writer(GneSparkModel model) {
            this.model = model;
        }

        @Override
        public void saveImpl(String path) {
            DefaultParamsWriter.saveMetadata(model, path, sparkSession(), Option.empty(), Option.empty());
            Configuration hadoop = sparkSession().sparkContext().hadoopConfiguration();
            withLocalFile(local -> {
                model.model().save(local);
                Path target = new Path(path, MODEL);
                target.getFileSystem(hadoop).copyFromLocalFile(new Path(local.toUri()), target);
            });
            Dataset<Row> map = model.ownMap();
            if (map != null) {
                map.write().parquet(new Path(path, MAP).toString());
            }
        }
    }

    /** Reads it. */
    static final class Reader extends MLReader<GneSparkModel> {

        @Override
        public GneSparkModel load(String path) {
            var metadata = DefaultParamsReader.loadMetadata(path, sparkSession(), GneSparkModel.class.getName());
            Configuration hadoop = sparkSession().sparkContext().hadoopConfiguration();
            GneModel[] found = new GneModel[1];
            withLocalFile(local -> {
                Path source = new Path(path, MODEL);
                source.getFileSystem(hadoop).copyToLocalFile(source, new Path(local.toUri()));
                found[0] = GneModel.load(local);
            });
            GneSparkModel model = new GneSparkModel(metadata.uid(), found[0], map(path, hadoop));
            metadata.getAndSetParams(model, Option.empty());
            return model;
        }

        private @Nullable Dataset<Row> map(String path, Configuration hadoop) {
            Path map = new Path(path, MAP);
            try {
                FileSystem files = map.getFileSystem(hadoop);
                return files.exists(map) ? sparkSession().read().parquet(map.toString()) : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Use {
        void accept(java.nio.file.Path local) throws IOException;
    }

    /** The library reads and writes local files. */
    private static void withLocalFile(Use use) {
        try {
            java.nio.file.Path folder = Files.createTempDirectory("gne-spark");
            java.nio.file.Path local = folder.resolve(MODEL);
            try {
                use.accept(local);
            } finally {
                Files.deleteIfExists(local);
                Files.deleteIfExists(folder.resolve("." + MODEL + ".crc"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
