export * from '../../../src/elements.js';
