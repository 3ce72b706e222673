import { drive } from './drive.js';
import { namesOf } from './frameworks.js';

drive(namesOf({ long: false }));
