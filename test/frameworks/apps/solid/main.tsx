import { render } from 'solid-js/web';
import { Login } from './Login.tsx';

const place = document.querySelector('#app');
if (place) render(() => <Login />, place);
