import 'ydrz-elements/login';
import 'ydrz-elements/solid';
import { createSignal, Show } from 'solid-js';
import type { TokenEvent } from 'ydrz-elements/elements';

export function Login() {
  const [phone, setPhone] = createSignal('');

  async function logIn({ detail: { token, userInformation } }: TokenEvent) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token, userInformation });
    const answer = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
    setPhone((await answer.json()).phone);
  }

  const button = (
    <ydrz-login app-id="300012345678" credentials-url="/api/ydrz/credentials" on:token={logIn}>
      <a slot="fallback" href="/sms-login">
        Use an SMS code instead
      </a>
    </ydrz-login>
  );
  return (
    <Show when={phone()} fallback={button}>
      <p>Welcome, {phone()}</p>
    </Show>
  );
}
