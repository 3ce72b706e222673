// The Node tests whose files are in UNIT_TESTS, a line each, in one process; `test-node.ts` starts it.
for (const file of (process.env['UNIT_TESTS'] ?? '').split('\n')) await import(file);

export {};
