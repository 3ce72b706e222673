// Before the tests of the package and of the framework pages: their builders, and the packed package where the pages find it.
// `--long`: what the long ones among the pages need as well.
import { install } from './apps.js';
import { namesOf } from './frameworks.js';

const long = process.argv.includes('--long') ? namesOf({ long: true }) : [];
await install([...namesOf({ long: false }), ...long]);
