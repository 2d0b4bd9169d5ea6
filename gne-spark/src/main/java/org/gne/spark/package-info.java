/**
 * GNE on Apache Spark: an estimator and a model of Spark ML, trained over the partitions of a cluster.
 *
 * <p>What travels is written by Java's own serialisation, whatever {@code spark.serializer} says: Spark's Kryo knows no records.
 */
@NullMarked
package org.gne.spark;

import org.jspecify.annotations.NullMarked;
