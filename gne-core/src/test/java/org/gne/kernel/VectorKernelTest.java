package org.gne.kernel;

/** Fails, rather than being skipped, where the module is absent: the build gives it to every test. */
final class VectorKernelTest extends KernelContract {
    @Override
    Kernel kernel() {
        return Kernels.vector();
    }
}
