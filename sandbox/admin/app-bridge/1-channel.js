/**
 * The stand-in for App Bridge, part by part; the admin serves all parts as one script in place of Shopify's. What each part
 * offers is what https://shopify.dev/docs/api/app-bridge-library documents. This part is the line to the admin around the frame.
 */
(() => {
  const script = document.currentScript;
  const adminOrigin = new URL(script.src).origin;
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;

  /** The query that the admin opened the frame with; later addresses of the app do not repeat it. */
  const launch = new URLSearchParams(sessionStorage.getItem('app-bridge-launch') ?? '');
  for (const name of ['shop', 'host', 'locale']) {
    const value = new URLSearchParams(location.search).get(name);
    if (value) launch.set(name, value);
  }
  sessionStorage.setItem('app-bridge-launch', launch.toString());

  const send = (message) => window.parent.postMessage({ from: 'app', ...message }, adminOrigin);

  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== adminOrigin || source !== window.parent || data?.from !== 'admin') return;
    if (data.event) {
      for (const listener of listeners.get(data.event) ?? []) listener(data.payload);
    } else if (waiting.has(data.id)) {
      const { resolve, reject } = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.error) reject(new Error(data.error));
      else resolve(data.result);
    }
  });

  window.appBridge = {
    adminOrigin,
    /** Tells the admin something. */
    tell: (type, payload) => send({ type, payload }),
    /** Asks the admin something. */
    ask: (type, payload) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        send({ id: lastId, type, payload });
      }),
    /** Listens to the admin. */
    on: (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]),
  };

  window.shopify = {
    config: {
      apiKey: script.dataset.apiKey,
      shop: launch.get('shop') ?? '',
      host: launch.get('host') ?? '',
      locale: launch.get('locale') ?? 'en',
      appOrigins: [],
      disabledFeatures: [],
      experimentalFeatures: [],
    },
    environment: { embedded: window.parent !== window, mobile: false, pos: false },
    origin: adminOrigin,
    ready: Promise.resolve(),
  };

  // A style element would stand between the server's markup and React, which hydrates the whole document.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none; }');
  document.adoptedStyleSheets.push(sheet);
})();
