import 'ydrz-elements/login';
import 'ydrz-elements/preact';
import { useState } from 'preact/hooks';
import type { TokenEvent } from 'ydrz-elements/elements';

export function Login() {
  const [phone, setPhone] = useState('');

  async function logIn({ detail: { token, userInformation } }: TokenEvent) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token, userInformation });
    const answer = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
    setPhone((await answer.json()).phone);
  }

  if (phone) return <p>Welcome, {phone}</p>;
  return (
    <ydrz-login app-id="300012345678" credentials-url="/api/ydrz/credentials" ontoken={logIn}>
      <a slot="fallback" href="/sms-login">
        Use an SMS code instead
      </a>
    </ydrz-login>
  );
}
