export * from '../../../src/server/index.js';
