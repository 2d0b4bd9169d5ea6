/** GNE on Apache Spark: an estimator and a model of Spark ML, trained over the partitions of a cluster. */
@NullMarked
package org.gne.spark;

import org.jspecify.annotations.NullMarked;
