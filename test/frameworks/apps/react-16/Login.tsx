import React, { useState } from 'react';
import type { TokenEvent } from 'ydrz-elements/elements';
import { YdrzLogin } from 'ydrz-elements/react';

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
    <YdrzLogin
      appId="300012345678"
      credentialsUrl="/api/ydrz/credentials"
      authPageType="2"
      layerOptions={{ maskStyle: { ifShowMask: 'true' } }}
      onToken={logIn}
    >
      <a slot="fallback" href="/sms-login">
        Use an SMS code instead
      </a>
    </YdrzLogin>
  );
}
