import { hydrateRoot } from 'react-dom/client';
import { Login } from './Login.tsx';

const place = document.querySelector('#app');
if (place) hydrateRoot(place, <Login />);
