package org.gne.text;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/** Opens models with ONNX Runtime: one thread for each computation, so that results do not depend on their number. */
final class OnnxFile {

    private OnnxFile() {}

    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "gne");
    }

    /**
     * @param name the name of the file
     * @param onnx the content of the file, or null to open the file itself, which may have others beside it with its weights
     * @throws InputException if it is no ONNX model
     */
    static OrtSession session(String name, byte @Nullable [] onnx) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Texts differ in length, and each length would keep a plan.
            options.setMemoryPatternOptimization(false);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return onnx == null
                    ? environment().createSession(name, options)
                    : environment().createSession(onnx, options);
        } catch (OrtException e) {
            throw new InputException(name + ": is no ONNX model that can be run (" + firstLine(e) + ")", e);
        }
    }

    /** Closes a session that cannot be used. */
    static void close(OrtSession session, Throwable because) {
        try {
            session.close();
        } catch (OrtException e) {
            because.addSuppressed(e);
        }
    }

    /** The first line of an exception's message, short. */
    static String firstLine(Throwable e) {
        String text = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
        return text.length() > 160 ? text.substring(0, 160) + " ..." : text;
    }
}
