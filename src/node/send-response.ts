import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Send a web-standard Response. @throws what its body throws, once everything before that is on its way. */
export const sendResponse = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  if (!response.body) {
    outgoing.end();
    return;
  }
  const reader = response.body.getReader();
  const gone = () => {
    reader.cancel().catch(() => undefined);
  };
  outgoing.once('close', gone);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!outgoing.write(value)) await Promise.race([once(outgoing, 'drain'), once(outgoing, 'close')]);
    }
    outgoing.end();
  } finally {
    outgoing.off('close', gone);
  }
};
