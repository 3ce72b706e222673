import { tsImport } from 'tsx/esm/api';

// The configuration is TypeScript like the rest; the analyzer itself reads only JavaScript.
const { config } = await tsImport('./scripts/manifest/config.ts', import.meta.url);

export default config;
