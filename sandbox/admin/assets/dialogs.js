/** The admin's own dialogs. */

const { basePath, appName } = document.body.dataset;

/** Asks the admin's server something about the app. */
export async function api(path, body) {
  const answer = await fetch(`${basePath}/_${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

/** An element with its properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Opens a dialog. `choices` are labels with what each resolves to; closing it resolves to undefined. */
export function choose(title, content, choices) {
  return new Promise((resolve) => {
    const buttons = choices.map(([label, value]) =>
      element('button', {
        type: 'button',
        textContent: label,
        className: 'button',
        onclick: () => {
          resolve(value());
          dialog.close();
        },
      }),
    );
    const dialog = element('dialog', { className: 'dialog' });
    dialog.append(element('h2', { textContent: title }), content, element('footer', {}, ...buttons));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks to confirm what cannot be taken back. */
export async function confirmed(title, text, stay, goOn) {
  const answer = await choose(title, element('p', { textContent: text }), [
    [stay, () => false],
    [goOn, () => true],
  ]);
  return answer === true;
}

export async function pickResources({ type = 'product', multiple = false, query = '', action = 'add' } = {}) {
  const found = await api('resources', { type, query });
  const list = element('ul', { className: 'resources' });
  for (const [index, resource] of found.entries()) {
    const input = element('input', {
      type: multiple ? 'checkbox' : 'radio',
      name: 'resource',
      value: String(index),
    });
    list.append(element('li', {}, element('label', {}, input, ` ${resource.displayName ?? resource.title}`)));
  }
  const selected = () =>
    [...list.querySelectorAll('input:checked')].map((input) => found[Number(input.value)]);
  return choose(`${action === 'select' ? 'Select' : 'Add'} ${type}s`, list, [
    ['Cancel', () => undefined],
    ['Done', selected],
  ]);
}

export async function requestScopes({ scopes }) {
  const list = element('ul', {}, ...scopes.map((scope) => element('li', { textContent: scope })));
  const isGranted = await choose(`${appName} asks for more access`, list, [
    ['Decline', () => false],
    ['Allow', () => true],
  ]);
  const detail = await (isGranted ? api('scopes', { grant: scopes }) : api('scopes'));
  return { result: isGranted ? 'granted-all' : 'declined-all', detail };
}
