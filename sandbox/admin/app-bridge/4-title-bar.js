/** What the admin shows around the frame for the app: title and actions, toasts, the loading bar. */
(() => {
  const { tell, on } = window.appBridge;
  let lastToast = 0;
  const toasts = new Map();

  window.shopify.toast = {
    show(message, { duration = 5000, isError = false, action, onAction, onDismiss } = {}) {
      lastToast += 1;
      const id = `toast-${lastToast}`;
      toasts.set(id, { onAction, onDismiss });
      tell('toast.show', { id, message, duration, isError, action });
      return id;
    },
    hide: (id) => tell('toast.hide', { id }),
  };
  on('toast.action', ({ id }) => toasts.get(id)?.onAction?.());
  on('toast.gone', ({ id }) => {
    toasts.get(id)?.onDismiss?.();
    toasts.delete(id);
  });

  window.shopify.loading = (isLoading = true) => tell('loading', { isLoading });

  /** `ui-title-bar`, unless it belongs to a modal. */
  class TitleBar extends HTMLElement {
    static observedAttributes = ['title'];
    connectedCallback() {
      if (this.closest('ui-modal')) return;
      this.observer = new MutationObserver(() => this.report());
      this.observer.observe(this, { childList: true, subtree: true, characterData: true, attributes: true });
      this.report();
    }
    disconnectedCallback() {
      if (!this.observer) return;
      this.observer.disconnect();
      tell('titleBar', { title: '', actions: [] });
    }
    report() {
      const actions = [...this.querySelectorAll('button, a[href]')].map((element) => ({
        label: element.textContent.trim(),
        variant: element.getAttribute('variant') ?? '',
        disabled: element.hasAttribute('disabled'),
      }));
      tell('titleBar', { title: this.getAttribute('title') ?? '', actions });
    }
  }
  customElements.define('ui-title-bar', TitleBar);
  on('titleBar.action', ({ index }) => {
    const bar = [...document.querySelectorAll('ui-title-bar')].find((element) => element.observer);
    bar?.querySelectorAll('button, a[href]')[index]?.click();
  });
})();
