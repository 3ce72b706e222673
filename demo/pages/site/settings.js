/**
 * @typedef {{id: string, number: string, operator: 'CM' | 'CT' | 'CU', meaning: string, authLevel?: string, network?: string}} Sim
 * @typedef {{sandbox: string, appId: string, sims: Sim[]}} Settings
 */

/** Read a JSON file of this site. */
export const readJson = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

/** Where the simulation of this run listens, and which SIMs it has. @type {Promise<Settings>} */
export const settings = readJson('demo-settings.json').then(({ sandbox, ...others }) => ({
  sandbox: new URL(sandbox, location.href).href,
  ...others,
}));

/** The address that picks a SIM. */
export const gatewayOf = ({ sandbox }, sim) => `${sandbox.replace(/\/+$/, '')}/sim/${sim}`;
