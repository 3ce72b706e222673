import { tsImport } from 'tsx/esm/api';

// The configuration is TypeScript like the rest; the runner itself reads only JavaScript.
const { configFor } = await tsImport('./scripts/web-test-runner/config.ts', import.meta.url);

export default configFor('chromium', 'quick');
