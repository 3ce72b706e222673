import type { TokenResult } from 'ydrz-elements/elements';

/** What the business server gets for a token: the number. */
export const validate = async ({ token, userInformation }: TokenResult): Promise<unknown> => {
  const response = await fetch('/api/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, userInformation }),
  });
  return response.json();
};
