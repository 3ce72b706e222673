import { render } from 'preact';
import { Login } from './Login.tsx';

const place = document.querySelector('#app');
if (place) render(<Login />, place);
