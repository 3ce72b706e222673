import { createRoot, hydrateRoot } from 'react-dom/client';
import { Login } from './Login.tsx';

const place = document.querySelector('#app');
if (place?.firstElementChild) hydrateRoot(place, <Login />);
else if (place) createRoot(place).render(<Login />);
