package org.gne.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Rows that are made from others, a chunk at a time. */
final class Chunks implements Iterator<Row> {

    private final Iterator<Row> source;
    private final int size;
    private final Function<List<Row>, List<Row>> step;
    private Iterator<Row> ready = Collections.emptyIterator();

    /**
     * @param size most rows of a chunk
     * @param step makes rows of the rows of a chunk, as many or fewer
     */
    Chunks(Iterator<Row> source, int size, Function<List<Row>, List<Row>> step) {
        this.source = source;
        this.size = size;
        this.step = step;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && source.hasNext()) {
            List<Row> chunk = new ArrayList<>(size);
            while (chunk.size() < size && source.hasNext()) {
                chunk.add(source.next());
            }
            ready = step.apply(chunk).iterator();
        }
        return ready.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.next();
    }
}
