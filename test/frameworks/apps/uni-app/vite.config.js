const { defineConfig } = require('vite');
const uni = require('@dcloudio/vite-plugin-uni').default;

// uni-app names a chunk after its path from the sources: one of a package begins with `..`, and the browser cannot import it.
const chunkNames = {
  name: 'chunk-names',
  enforce: 'post',
  config: () => ({
    build: { rollupOptions: { output: { chunkFileNames: 'assets/[name].[hash].js' } } },
  }),
};

module.exports = defineConfig({ plugins: [uni(), chunkNames] });
