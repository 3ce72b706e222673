export * from '../../../src/sandbox/index.js';
