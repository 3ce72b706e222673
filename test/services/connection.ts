/** Let the browser say this of its connection, until the answer is called. */
export const pretendConnection = (connection: object): (() => void) => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: connection });
  return () => {
    Reflect.deleteProperty(navigator, 'connection');
  };
};
