import 'ydrz-elements/login';
import 'ydrz-elements/react';
import { useState } from 'react';
import type { TokenEvent, YdrzLoginElement } from 'ydrz-elements/elements';

export function Login() {
  const [phone, setPhone] = useState('');

  async function logIn({ detail: { token, userInformation } }: TokenEvent) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token, userInformation });
    const answer = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
    setPhone((await answer.json()).phone);
  }

  // React attaches no `ontoken` to an element that came from the server; a ref does.
  function listen(element: YdrzLoginElement | null) {
    element?.addEventListener('token', logIn);
    return () => element?.removeEventListener('token', logIn);
  }

  if (phone) return <p>Welcome, {phone}</p>;
  return (
    <ydrz-login ref={listen} app-id="300012345678" credentials-url="/api/ydrz/credentials">
      <a slot="fallback" href="/sms-login">
        Use an SMS code instead
      </a>
    </ydrz-login>
  );
}
