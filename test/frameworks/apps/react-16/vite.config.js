export default { esbuild: { jsx: 'transform' } };
