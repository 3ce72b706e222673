// One element whose attributes are taken from the query string: /minimal.html?app-id=…&autostart&lang=en
import './ydrz/login.js';
import { logIn } from './site/log-in.js';

const TAG = 'ydrz-login';
/** Attributes that every element has, and that this one heeds. */
const GLOBAL = ['lang', 'dir', 'id', 'class', 'title', 'hidden'];

const result = document.querySelector('#result');
const login = document.createElement(TAG);
const known = new Set([...customElements.get(TAG).observedAttributes, ...GLOBAL]);

for (const [name, value] of new URLSearchParams(location.search)) {
  // `?disabled` and `?disabled=true` set a boolean attribute; `?disabled=false` is what a person would expect.
  if (known.has(name) && value !== 'false') login.setAttribute(name, value);
}

login.addEventListener('statechange', ({ detail }) => {
  if (detail.state === 'preparing') result.textContent = '';
});
login.addEventListener('token', async ({ detail }) => {
  result.textContent = await logIn(detail);
});
login.addEventListener('error', ({ detail }) => {
  result.textContent = JSON.stringify(detail);
});

document.querySelector('#place').append(login);
