/** Let go of a body that nobody will read; a stream that minds is left alone. */
export const letGo = (body: { cancel(): Promise<void> } | null | undefined): void => {
  body?.cancel().catch(() => undefined);
};

/** A Request or a Response, as far as its body goes. */
type Message = Pick<Body, 'body' | 'arrayBuffer'>;

const tooLong = (limit: number) => new RangeError(`More than ${String(limit)} bytes`);

/** Firefox keeps a request's stream to itself; where there is no body at all, this is empty. */
const readWhole = async (message: Message, limit: number): Promise<string> => {
  const bytes = await message.arrayBuffer();
  if (bytes.byteLength > limit) throw tooLong(limit);
  return new TextDecoder().decode(bytes);
};

/**
 * Read a body up to a limit in bytes, so that nobody can fill the server's memory, and until the signal ends it.
 *
 * @throws {RangeError} when it is longer; the signal's reason; the stream's own error.
 */
export const readText = async (message: Message, limit: number, signal: AbortSignal): Promise<string> => {
  const { body } = message;
  if (!body) return readWhole(message, limit);
  const reader = body.getReader();
  const stop = () => letGo(reader);
  signal.addEventListener('abort', stop);
  try {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return text + decoder.decode();
      // An empty piece counts too: a stream of nothing else would go on for ever.
      size += Math.max(1, value.byteLength);
      if (size > limit) throw tooLong(limit);
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
