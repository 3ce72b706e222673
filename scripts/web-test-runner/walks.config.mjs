import { tsImport } from 'tsx/esm/api';

const { configFor } = await tsImport('./config.ts', import.meta.url);

export default configFor('chromium', 'slow');
