import { connectToScreen, padded } from './x-client.js';

/** What programs on a screen are told of the user's taste, by the names of the XSETTINGS registry. */
export type Settings = Readonly<Record<string, string | number>>;

const INTEGER = 0;
const STRING = 1;

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function encodeSetting(name: string, value: string | number, serial: number): Buffer {
  const head = Buffer.from([typeof value === 'number' ? INTEGER : STRING, 0, 0, 0]);
  head.writeUInt16LE(name.length, 2);
  const content =
    typeof value === 'number' ? [word(value)] : [word(value.length), padded(Buffer.from(value))];
  return Buffer.concat([head, padded(Buffer.from(name)), word(serial), ...content]);
}

function encode(settings: Settings, serial: number): Buffer {
  const entries = Object.entries(settings);
  const byteOrder = word(0);
  return Buffer.concat([
    ...[byteOrder, word(serial), word(entries.length)],
    ...entries.map(([name, value]) => encodeSetting(name, value, serial)),
  ]);
}

/**
 * Becomes what tells the programs on a screen their settings, as a desktop does:
 * https://specifications.freedesktop.org/xsettings/latest/. The function that is answered replaces all of them.
 */
export async function manageSettings(display: string): Promise<(settings: Settings) => void> {
  const client = await connectToScreen(display);
  const [selection, property] = [
    await client.atom('_XSETTINGS_S0'),
    await client.atom('_XSETTINGS_SETTINGS'),
  ];
  const window = client.window();
  client.own(selection, window);
  let serial = 0;
  return (settings) => {
    client.setProperty(window, property, encode(settings, ++serial));
  };
}
