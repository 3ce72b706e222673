import { basename } from 'node:path';
import ts from 'typescript';

/**
 * What a login has no use for in the files of crypto-js that it loads: everything but hashing a text and encrypting one with
 * a key. A variable goes by its name, a property by its own name or with its owner's; `if crypto` are the statements
 * that look for a source of random numbers.
 */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  'core.js': [
    ...['crypto', 'if crypto', 'cryptoSecureRandomInt', 'random', 'clone', 'update', '_createHmacHelper'],
    ...['Hex.parse', 'Latin1.stringify', 'Utf8.stringify'],
  ],
  'md5.js': ['C.HmacMD5', 'clone'],
  'cipher-core.js': [
    ...['C_enc', 'Utf8', 'Base64', 'EvpKDF', 'StreamCipher', 'CipherParams', 'C_format', 'OpenSSLFormatter'],
    ...['SerializableCipher', 'C_kdf', 'OpenSSLKdf', 'PasswordBasedCipher', '_createHelper'],
    ...['createDecryptor', 'CBC.Decryptor', 'process', 'unpad'],
  ],
  'aes.js': ['C.AES', 'decryptBlock'],
};

/** The parts that only what is left out asks for: keys from passwords, and OpenSSL's form. */
const UNUSED_PARTS: ReadonlySet<string> = new Set(['./evpkdf', './enc-base64']);

/** Whether a part of crypto-js is of use, by the name that others ask for it by. */
export const isNeeded = (part: string): boolean => !UNUSED_PARTS.has(part);

const ownerOf = (literal: ts.Node): string => {
  let node = literal.parent;
  while (!ts.isVariableDeclaration(node) && !ts.isSourceFile(node)) node = node.parent;
  return ts.isVariableDeclaration(node) ? node.name.getText() : '';
};

/** What a statement or a property may be named by in the list. */
const namesOf = (node: ts.Node): readonly string[] => {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.map(({ name }) => name.getText());
  }
  if (ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression)) {
    return [node.expression.left.getText()];
  }
  if (ts.isPropertyAssignment(node)) {
    const name = node.name.getText();
    return [name, `${ownerOf(node)}.${name}`];
  }
  return ts.isIfStatement(node) && /\bcrypto\b/.test(node.expression.getText()) ? ['if crypto'] : [];
};

/**
 * The text of a crypto-js file without what no login uses.
 *
 * @throws Error when something to be left out is not there: crypto-js has changed, and the list has to follow.
 */
export const withoutUnused = (path: string, text: string): string => {
  const unused = UNUSED[basename(path)] ?? [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found = new Set<string>();
  let kept = '';
  let position = 0;
  const visit = (node: ts.Node): void => {
    const name = namesOf(node).find((one) => unused.includes(one));
    if (name === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    found.add(name);
    const comma = ts.isPropertyAssignment(node) && text[node.end] === ',' ? 1 : 0;
    kept += text.slice(position, node.getStart(source));
    position = node.end + comma;
  };
  visit(source);
  const missing = unused.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`${path} has no ${missing.join(', ')}`);
  return kept + text.slice(position);
};
