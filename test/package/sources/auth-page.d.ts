export * from '../../../src/views/define-auth-page.js';
