export * from '../../../src/core.js';
