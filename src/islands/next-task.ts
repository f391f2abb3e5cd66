/** Lets the browser do what waits, such as a click, before what follows. */
export function nextTask(): Promise<void> {
  // Browsers that have it go on sooner with what was left.
  const { scheduler } = globalThis as { readonly scheduler?: { yield?: () => Promise<void> } };
  return (
    scheduler?.yield?.() ??
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    })
  );
}
