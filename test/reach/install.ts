// Before the logins in old engines: the packed package, which their pages load from.
import { installPackage } from '../frameworks/apps.js';

await installPackage();
