export * from '../../../src/login/define.js';
