/** What a page with the tag needs. */
export const ELEMENT_IMPORT = "import 'ydrz-elements/login';";

/**
 * Leads every button that has no `gateway` to the sandbox, whoever puts it into the page and whenever. In production there is no such
 * script: the same tag talks to the live service. The SIM is part of the address, as the element's requests do not tell the page's query.
 */
export const gatewayScript = (
  gateway: string,
): string => `const sim = new URLSearchParams(location.search).get('sim');
const gateway = new URL(${JSON.stringify(gateway)} + (sim ? '/sim/' + encodeURIComponent(sim) : ''), location.href).href;
const lead = () => {
  for (const login of document.querySelectorAll('ydrz-login:not([gateway])')) {
    login.setAttribute('gateway', gateway);
  }
};
lead();
new MutationObserver(lead).observe(document, { childList: true, subtree: true });
`;
