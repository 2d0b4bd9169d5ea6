/**
 * GNE on Apache Spark: an estimator and a model of Spark ML, trained over the partitions of a cluster.
 *
 * <p>What is sent between machines is serialised by Java, whatever {@code spark.serializer} says, because Spark's Kryo
 * does not support records.
 */
@NullMarked
package org.gne.spark;

import org.jspecify.annotations.NullMarked;
