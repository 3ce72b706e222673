import { Agent, createServer, request } from 'node:http';
import { listen, type Listening } from '../../demo/listen.js';

/** The plainest of load balancers: every request goes to the next copy, whoever sends it. */
export const startBalancer = async (ports: readonly number[]): Promise<Listening> => {
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const port = ports[turn++ % ports.length];
    const onward = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  const listening = await listen(server, 0);
  return {
    ...listening,
    async close() {
      agent.destroy();
      await listening.close();
    },
  };
};
