// A business server. It is checked without the DOM's types, never run.
import { createHandler, validateToken } from 'ydrz-elements/server';

const appId = '300012345678';
const appKey = 'not-a-real-key-0000';
const privateKey = '-----BEGIN PRIVATE KEY-----';

export const handle: (request: Request) => Promise<Response> = createHandler({
  appId,
  appKey,
  privateKey,
  onLogin: ({ phone }) => Response.json({ phone }),
});

export async function phoneOf(token: string, userInformation: string): Promise<string> {
  const { phone } = await validateToken({ appId, appKey, privateKey, token, userInformation });
  return phone;
}
