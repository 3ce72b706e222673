import { drive } from '../frameworks/drive.js';
import { namesOf } from '../frameworks/frameworks.js';

drive(namesOf({ long: true }));
