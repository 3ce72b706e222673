import React from 'react';
import { render } from 'react-dom';
import { Login } from './Login.tsx';

render(<Login />, document.querySelector('#app'));
