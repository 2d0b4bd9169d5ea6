package org.gne.io;

import java.util.List;
import org.gne.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {

    ArchitectureTest() {
        super(
                List.of(
                        "org.gne.io.archive, org.gne.io.arff, org.gne.io.excel, org.gne.io.hdf, org.gne.io.matlab",
                        "org.gne.io.jdbc, org.gne.io.web",
                        "org.gne.io.array, org.gne.io.export, org.gne.io.idx, org.gne.io.picture, org.gne.io.table",
                        "org.gne.io.sparse, org.gne.io.text",
                        "org.gne.io"),
                List.of(
                        "org.gne.analysis",
                        "org.gne.cluster",
                        "org.gne.place",
                        "org.gne.quality",
                        "org.gne.data",
                        "ch.randelshofer.fastdoubleparser",
                        "de.siegmar.fastcsv..",
                        "com.fasterxml.jackson..",
                        "com.github.luben.zstd",
                        "com.twelvemonkeys..",
                        "io.jhdf..",
                        "org.apache.commons.compress..",
                        "org.mozilla.universalchardet",
                        "org.tukaani.xz",
                        "javax.imageio..",
                        "javax.xml.stream",
                        "javax.net.ssl",
                        "org.w3c.dom"));
    }
}
