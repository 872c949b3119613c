/** The contextual save bar: as an element, by id, and for forms that carry `data-save-bar`. */
(() => {
  const { ask, tell, on } = window.appBridge;
  /** What is shown at the moment: something with `save`, `discard` and `discardConfirmation`. */
  let shown = null;

  const show = (owner) => {
    shown = owner;
    tell('saveBar.show', { discardConfirmation: owner.discardConfirmation });
  };
  const hide = (owner) => {
    if (shown !== owner) return;
    shown = null;
    tell('saveBar.hide');
  };
  on('saveBar.save', () => shown?.save());
  on('saveBar.discard', () => shown?.discard());

  class SaveBar extends HTMLElement {
    get showing() {
      return shown === this;
    }
    get discardConfirmation() {
      return this.hasAttribute('discardconfirmation');
    }
    disconnectedCallback() {
      hide(this);
    }
    async show() {
      if (this.showing) return;
      show(this);
      this.dispatchEvent(new CustomEvent('show'));
    }
    async hide() {
      if (!this.showing) return;
      hide(this);
      this.dispatchEvent(new CustomEvent('hide'));
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
    save() {
      this.querySelector('button[variant="primary"]')?.click();
    }
    discard() {
      this.querySelector('button:not([variant="primary"])')?.click();
    }
  }
  customElements.define('ui-save-bar', SaveBar);

  const barOf = (id) => {
    const bar = document.getElementById(id);
    if (!(bar instanceof SaveBar)) throw new Error(`There is no ui-save-bar with the id ${id}.`);
    return bar;
  };
  window.shopify.saveBar = {
    show: async (id) => barOf(id).show(),
    hide: async (id) => barOf(id).hide(),
    toggle: async (id) => barOf(id).toggle(),
    /** Resolves once leaving is allowed: at once without changes, else when the merchant chooses to leave. */
    leaveConfirmation: () => (shown ? ask('saveBar.leave') : Promise.resolve()),
  };

  const forms = new WeakMap();
  const ownerOf = (form) => {
    if (!forms.has(form)) {
      forms.set(form, {
        discardConfirmation: form.hasAttribute('data-discard-confirmation'),
        save: () => form.requestSubmit(),
        discard: () => form.reset(),
      });
    }
    return forms.get(form);
  };
  const formOf = (event) => event.target instanceof Element && event.target.closest('form[data-save-bar]');
  for (const type of ['input', 'change']) {
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (form) show(ownerOf(form));
    });
  }
  for (const type of ['submit', 'reset']) {
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (form) hide(ownerOf(form));
    });
  }
})();
