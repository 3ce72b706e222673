import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** The parts of https://www.x.org/releases/current/doc/xproto/x11protocol.html that are needed here. */
const REQUESTS = { createWindow: 1, internAtom: 16, changeProperty: 18, setSelectionOwner: 22 } as const;

/** Every answer to a request has this size here; in bytes. */
const REPLY = 32;

/** Zero bytes up to a multiple of four. */
export const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

const words = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
};

async function read(socket: Socket, size: number): Promise<Buffer> {
  for (;;) {
    const bytes: unknown = socket.read(size);
    if (Buffer.isBuffer(bytes)) return bytes;
    await once(socket, 'readable');
  }
}

/** What a client of an X server can do here. Windows and atoms are numbers. */
export interface XClient {
  atom(name: string): Promise<number>;
  /** A window that is never shown, to hang properties on. */
  window(): number;
  own(selection: number, window: number): void;
  setProperty(window: number, property: number, value: Buffer): void;
}

/** Opens a connection to the X server of this machine with this display, such as `:7`. */
export async function connectToScreen(display: string): Promise<XClient> {
  const socket = connect(`/tmp/.X11-unix/X${display.replace(':', '')}`);
  await once(socket, 'connect');
  // It is there for as long as the screen is, and keeps no process from ending.
  socket.on('error', () => undefined).unref();
  // Byte order "l", protocol 11.0, no authorization.
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const head = await read(socket, 8);
  const setup = await read(socket, head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error(`The X server refuses: ${setup.toString()}`);
  const base = setup.readUInt32LE(4);
  const vendor = setup.readUInt16LE(16);
  const formats = setup.readUInt8(21);
  const root = setup.readUInt32LE(32 + vendor + (-vendor & 3) + formats * 8);
  let windows = 0;

  const send = (opcode: number, detail: number, content: Buffer): void => {
    const head = Buffer.from([opcode, detail, 0, 0]);
    head.writeUInt16LE(1 + content.length / 4, 2);
    socket.write(Buffer.concat([head, content]));
  };

  return {
    async atom(name) {
      send(REQUESTS.internAtom, 0, padded(Buffer.concat([words(name.length), Buffer.from(name)])));
      const reply = await read(socket, REPLY);
      if (reply[0] !== 1) throw new Error(`The X server has no name for ${name}`);
      return reply.readUInt32LE(8);
    },
    window() {
      const id = base + ++windows;
      // At 0,0 and of 1 × 1 pixel, for input only.
      send(REQUESTS.createWindow, 0, words(id, root, 0, 0x0001_0001, 0x0002_0000, 0, 0));
      return id;
    },
    own(selection, window) {
      send(REQUESTS.setSelectionOwner, 0, words(window, selection, 0));
    },
    setProperty(window, property, value) {
      const content = [words(window, property, property, 8, value.length), padded(value)];
      send(REQUESTS.changeProperty, 0, Buffer.concat(content));
    },
  };
}
