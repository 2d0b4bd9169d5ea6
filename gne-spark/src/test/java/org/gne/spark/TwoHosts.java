package org.gne.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master$;
import org.apache.spark.deploy.worker.Worker$;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * A cluster of two workers with addresses of their own on this machine: Spark runs a second copy of a slow task on another host only, and all
 * workers of a {@code local-cluster} have the same one.
 */
final class TwoHosts implements AutoCloseable {

    private final List<RpcEnv> services = new ArrayList<>();
    private final SparkSession spark;

    TwoHosts() {
        SparkConf conf = new SparkConf().set("spark.master.rest.enabled", "false");
        RpcEnv master =
                Master$.MODULE$.startRpcEnvAndEndpoint("127.0.0.1", 0, 0, conf)._1();
        services.add(master);
        String url = master.address().toSparkURL();
        for (int i = 1; i <= 2; i++) {
            services.add(Worker$.MODULE$.startRpcEnvAndEndpoint(
                    "127.0.0." + i,
                    0,
                    0,
                    1,
                    1024,
                    new String[] {url},
                    Sessions.home("work").toString(),
                    Option.apply(i),
                    conf,
                    Option.empty()));
        }
        spark = Sessions.processes(Sessions.builder(url)
                .config("spark.speculation", true)
                .config("spark.speculation.interval", "10ms")
                .config("spark.speculation.quantile", 0.3)
                .config("spark.speculation.multiplier", 0.1)
                .config("spark.speculation.minTaskRuntime", "0ms"));
    }

    SparkSession spark() {
        return spark;
    }

    @Override
    public void close() {
        spark.stop();
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).shutdown();
            services.get(i).awaitTermination();
        }
    }
}
