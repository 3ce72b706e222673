import React from 'react';
import { createRoot } from 'react-dom/client';
import { Login } from './Login.tsx';

const place = document.querySelector('#app');
if (place) createRoot(place).render(<Login />);
