export * from '../../../src/legacy/index.js';
