import { html } from './build.js';

/**
 * A phone with a page of this site in it. The page is same-origin, so whoever made the phone may look inside.
 *
 * @param {{src: string, title: string}} screen
 * @returns {{element: HTMLElement, frame: HTMLIFrameElement, online(network: string): void}}
 */
export const phone = ({ src, title }) => {
  const frame = html('iframe', { src, title });
  const network = html('span', {}, '5G');
  const element = html(
    'div',
    { class: 'phone' },
    html('div', { class: 'phone-bar', 'aria-hidden': 'true' }, '9:41', html('i'), network),
    frame,
  );
  return {
    element,
    frame,
    /** Say in the status bar how the phone is online. */
    online(name) {
      network.textContent = name;
    },
  };
};

/** How the phone with a SIM is online, as its status bar says it. */
export const networkOf = (sim) => (sim === 'wifi' ? 'Wi-Fi' : '5G');
