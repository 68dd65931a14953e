/**
 * Yields: a page paints, and a click on Cancel arrives. A message, since a timer waits 4 ms in sight and a whole second in
 * a tab behind.
 */
export const pause = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
