export * from '../../../src/views/define-auth-layer.js';
