/** What an audit says in the end. */
export interface Verdict {
  passed: boolean;
  lines: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const GRAVE: ReadonlySet<unknown> = new Set(['high', 'critical']);

/**
 * Judge the JSON of `npm audit`.
 *
 * Grave findings in a package that is part of what users get fail; all others are told. A registry that cannot be asked
 * fails nothing: it says nothing about the packages, and a build must not depend on it.
 *
 * @param shipped the packages whose code users get, built in or installed with it.
 */
export const verdictOn = (report: unknown, shipped: ReadonlySet<string>): Verdict => {
  const found = isFields(report) ? report['vulnerabilities'] : undefined;
  if (!isFields(found)) {
    const reason =
      isFields(report) && typeof report['message'] === 'string' ? report['message'] : 'no answer';
    return {
      passed: true,
      lines: [`NOT AUDITED: the registry's audit endpoint cannot be asked (${reason})`],
    };
  }
  const findings = Object.entries(found).map(([name, finding]) => {
    const severity = isFields(finding) ? finding['severity'] : undefined;
    const fatal = shipped.has(name) && GRAVE.has(severity);
    return { fatal, line: `${String(severity)}: ${name}${shipped.has(name) ? ', which users get' : ''}` };
  });
  const summary = findings.length === 0 ? 'No known vulnerability' : `${String(findings.length)} findings`;
  return {
    passed: !findings.some(({ fatal }) => fatal),
    lines: [...findings.map(({ line }) => line), summary],
  };
};
