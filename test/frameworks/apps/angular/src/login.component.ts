import 'ydrz-elements/login';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { TokenEvent } from 'ydrz-elements/elements';

@Component({
  selector: 'app-login',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (phone()) {
      <p>Welcome, {{ phone() }}</p>
    } @else {
      <ydrz-login
        app-id="300012345678"
        credentials-url="/api/ydrz/credentials"
        auth-page-type="2"
        [layerOptions]="options"
        (token)="logIn($event)"
      >
        <a slot="fallback" href="/sms-login">Use an SMS code instead</a>
      </ydrz-login>
    }
  `,
})
export class LoginComponent {
  readonly phone = signal('');
  readonly options = { maskStyle: { ifShowMask: 'true' } };

  async logIn({ detail: { token, userInformation } }: TokenEvent) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token, userInformation });
    const answer = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
    this.phone.set((await answer.json()).phone);
  }
}
