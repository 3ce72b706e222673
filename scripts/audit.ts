// `npm audit --json | tsx scripts/audit.ts` fails for a high or critical finding in a package that users get, and tells of all others.
// A registry that cannot be asked fails nothing: it says nothing about the packages, and a build must not depend on it.
import { text } from 'node:stream/consumers';

/** The packages that users get: Lit with its dependencies, and crypto-js, which is built in. */
const LIT = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit-labs/ssr-dom-shim'];
const SHIPPED: ReadonlySet<string> = new Set([...LIT, '@types/trusted-types', 'crypto-js']);

const fieldOf = (value: unknown, name: string): unknown =>
  value instanceof Object ? Reflect.get(value, name) : undefined;

const report: unknown = JSON.parse((await text(process.stdin)) || '{}');
const found = fieldOf(report, 'vulnerabilities');
if (found instanceof Object) {
  const findings = Object.entries(found).map(([name, finding]: [string, unknown]) => {
    const severity = String(fieldOf(finding, 'severity'));
    const shipped = SHIPPED.has(name);
    console.log(`${severity}: ${name}${shipped ? ', which users get' : ''}`);
    return shipped && ['high', 'critical'].includes(severity);
  });
  console.log(findings.length === 0 ? 'No known vulnerability' : `${findings.length} findings`);
  if (findings.includes(true)) process.exitCode = 1;
} else {
  const message = fieldOf(report, 'message');
  const reason = typeof message === 'string' ? message : 'no answer';
  console.log(`NOT AUDITED: the registry's audit endpoint cannot be asked (${reason})`);
}
