package org.gne.io;

import java.io.IOException;
import java.nio.file.Files;
import org.gne.data.StorageOptions;

/**
 * Checks the free space of a disk before writing, because the header of a file may promise more than fits.
 *
 * @hidden internal
 */
public final class DiskRoom {

    private DiskRoom() {}

    /**
     * Checks that rows can be stored.
     *
     * @param name the name and place for the message
     * @param kept the bytes of all rows; on the disk only if they do not fit into the heap
     * @param copied other bytes that will be written
     * @throws InputException if the disk has less free space
     */
    public static void require(String name, long kept, long copied, StorageOptions storage) throws IOException {
        long needed = (kept > storage.heapBytes() ? kept : 0) + copied;
        if (needed == 0) {
            return;
        }
        long free = Files.getFileStore(storage.existingDirectory()).getUsableSpace();
        if (needed > free) {
            throw new InputException(name + ": found a shape that needs " + (needed >> 20) + " MB in "
                    + storage.directory() + ", expected at most the " + (free >> 20) + " MB that are free there");
        }
    }
}
