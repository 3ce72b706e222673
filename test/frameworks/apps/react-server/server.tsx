import { renderToString } from 'react-dom/server';
import { Login } from './Login.tsx';

/** What the server sends before any script has run. */
export const html = (): string => renderToString(<Login />);
