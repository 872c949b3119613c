/** `ui-modal`. The admin shows it over the whole window; here it stays within the frame. */
(() => {
  class Modal extends HTMLElement {
    /** Where the app puts what the modal holds. */
    content = document.createElement('div');
    #dialog = null;

    disconnectedCallback() {
      this.#dialog?.remove();
      this.#dialog = null;
    }

    async show() {
      if (this.#dialog) return;
      this.#dialog = this.#build();
      document.body.append(this.#dialog);
      this.#dialog.showModal();
      this.dispatchEvent(new CustomEvent('show'));
    }

    async hide() {
      this.#dialog?.close();
    }

    toggle() {
      return this.#dialog ? this.hide() : this.show();
    }

    #build() {
      const bar = this.querySelector('ui-title-bar');
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'border:0;border-radius:12px;padding:0;width:min(620px,92vw);font:inherit';
      const heading = document.createElement('h2');
      heading.textContent = bar?.getAttribute('title') ?? '';
      heading.style.cssText = 'margin:0;padding:16px;font-size:14px;background:#f3f3f3';
      const footer = document.createElement('footer');
      footer.style.cssText = 'display:flex;justify-content:flex-end;gap:8px;padding:16px';
      for (const button of bar?.querySelectorAll('button') ?? []) footer.append(copyOf(button));
      dialog.setAttribute('aria-label', heading.textContent);
      dialog.append(heading, this.src ?? this.content, footer);
      dialog.addEventListener('close', () => {
        dialog.remove();
        this.#dialog = null;
        this.dispatchEvent(new CustomEvent('hide'));
      });
      return dialog;
    }

    get src() {
      const address = this.getAttribute('src');
      if (!address) return null;
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.style.cssText = 'width:100%;height:60vh;border:0';
      return frame;
    }
  }
  customElements.define('ui-modal', Modal);

  function copyOf(button) {
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.textContent = button.textContent;
    copy.disabled = button.hasAttribute('disabled');
    copy.className =
      button.getAttribute('variant') === 'primary'
        ? 'Polaris-Button Polaris-Button--variantPrimary Polaris-Button--sizeMedium'
        : 'Polaris-Button Polaris-Button--variantSecondary Polaris-Button--sizeMedium';
    copy.addEventListener('click', () => button.click());
    return copy;
  }

  const modalOf = (id) => {
    const modal = document.getElementById(id);
    if (!(modal instanceof Modal)) throw new Error(`There is no ui-modal with the id ${id}.`);
    return modal;
  };
  window.shopify.modal = {
    show: async (id) => modalOf(id).show(),
    hide: async (id) => modalOf(id).hide(),
    toggle: async (id) => modalOf(id).toggle(),
  };
})();
