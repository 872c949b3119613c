/** Where the frame is, the app's entries in the admin's menu, and links that leave the frame. */
(() => {
  const { ask, tell, on } = window.appBridge;
  const browserOpen = window.open.bind(window);
  const ADMIN_LINK = /^shopify:\/*admin\//i;

  const reportPage = () =>
    tell('page', { path: location.pathname, search: location.search, title: document.title });
  for (const method of ['pushState', 'replaceState']) {
    const original = history[method].bind(history);
    history[method] = (...parameters) => {
      original(...parameters);
      reportPage();
    };
  }
  window.addEventListener('popstate', reportPage);
  reportPage();

  /** https://shopify.dev/docs/api/app-bridge-library/apis/navigation */
  window.open = (target, name, features) => {
    const address = String(target ?? '');
    if (ADMIN_LINK.test(address))
      return void tell('openAdmin', { path: address.replace(ADMIN_LINK, '/'), name });
    if (address.startsWith('app:')) return void navigate(address.replace(/^app:\/*/, '/'));
    const url = new URL(address, location.href);
    const leavesFrame = ['_top', '_parent'].includes(name);
    if (leavesFrame) return void tell('openAddress', { href: url.href });
    return browserOpen(target, name, features);
  };

  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element && event.target.closest('a[href^="shopify:"], a[href^="app:"]');
    if (!link) return;
    event.preventDefault();
    window.open(link.getAttribute('href'), link.target || '_top');
  });

  /** Lets the app's router go there: it listens for this event on the link that has the address. */
  function navigate(href) {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    const known = document.querySelector(
      `ui-nav-menu a[href="${CSS.escape(href)}"], s-app-nav [href="${CSS.escape(href)}"]`,
    );
    if (known) return known.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
    link.hidden = true;
    document.body.append(link);
    link.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
    link.remove();
  }
  on('navigate', ({ href }) => navigate(href));

  /** `ui-nav-menu` and `s-app-nav`: their links become entries of the admin's menu, except the one that is home. */
  class NavMenu extends HTMLElement {
    connectedCallback() {
      this.observer = new MutationObserver(() => this.report());
      this.observer.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
      this.report();
    }
    disconnectedCallback() {
      this.observer.disconnect();
      tell('menu', { entries: [] });
    }
    report() {
      const links = [...this.querySelectorAll('[href]')];
      const home = links.find((link) => link.getAttribute('rel') === 'home');
      const entries = links
        .filter((link) => link !== home)
        .map((link) => ({ label: link.textContent.trim(), href: link.getAttribute('href') }));
      tell('menu', { entries, home: home?.getAttribute('href') });
    }
  }
  customElements.define('ui-nav-menu', NavMenu);
  customElements.define('s-app-nav', class extends NavMenu {});

  window.shopify.scopes = {
    query: () => ask('scopes.query'),
    request: (scopes) => ask('scopes.request', { scopes }),
    revoke: (scopes) => ask('scopes.revoke', { scopes }),
  };
  window.shopify.resourcePicker = (options) => ask('resourcePicker', options);
})();
