import { defineConfig } from 'vite';

// One script and one style sheet, which Java puts into the page: a user of the jar needs no Node.
export default defineConfig({
  build: {
    target: 'es2022',
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'gne', fileName: () => 'explorer.js', cssFileName: 'explorer' },
    outDir: '../src/main/resources/org/gne/explorer',
    emptyOutDir: true,
  },
});
