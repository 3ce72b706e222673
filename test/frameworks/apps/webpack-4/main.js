import 'ydrz-elements/login';

const app = document.querySelector('#app');

app.addEventListener('token', async ({ detail: { token, userInformation } }) => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ token, userInformation });
  const answer = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
  app.textContent = `Welcome, ${(await answer.json()).phone}`;
});
