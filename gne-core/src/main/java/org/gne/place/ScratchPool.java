package org.gne.place;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/** Scratch that calls lend to one another, so that one call after another allocates nothing. Safe for several threads. */
final class ScratchPool<T> {

    private final Supplier<T> create;
    private final ArrayDeque<T> free = new ArrayDeque<>();

    ScratchPool(Supplier<T> create) {
        this.create = create;
    }

    /** Scratch that no other call uses until it is given back. */
    T take() {
        synchronized (free) {
            T found = free.pollLast();
            if (found != null) {
                return found;
            }
        }
        return create.get();
    }

    /** Gives scratch back. A call that fails does not need to. */
    void give(T scratch) {
        synchronized (free) {
            free.addLast(scratch);
        }
    }
}
