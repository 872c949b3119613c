/** The admin's side of App Bridge: answers the frame, and shows around it what the app asks for. */
const frame = document.querySelector('iframe');
const { appOrigin, basePath, appName } = document.body.dataset;
const bar = document.querySelector('#title-bar');
const saveBar = document.querySelector('#save-bar');
const toastList = document.querySelector('#toasts');
const menu = document.querySelector('#app-menu');
let unsaved = null;

const emit = (event, payload) =>
  frame.contentWindow.postMessage({ from: 'admin', event, payload }, appOrigin);

async function api(path, body) {
  const answer = await fetch(`${basePath}/_${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A dialog of the admin's own. `choices` are labels with what each resolves to; undefined when it is closed. */
function choose(title, content, choices) {
  return new Promise((resolve) => {
    const buttons = choices.map(([label, value]) =>
      element('button', {
        type: 'button',
        textContent: label,
        className: 'button',
        onclick: () => {
          dialog.close();
          resolve(value());
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

async function pickResources({ type = 'product', multiple = false, query = '', action = 'add' } = {}) {
  const found = await api('resources', { type, query });
  const list = element('ul', { className: 'resources' });
  for (const [index, resource] of found.entries()) {
    const input = element('input', {
      type: multiple ? 'checkbox' : 'radio',
      name: 'resource',
      value: String(index),
    });
    list.append(element('li', {}, element('label', {}, input, ` ${resource.title}`)));
  }
  const selected = () =>
    [...list.querySelectorAll('input:checked')].map((input) => found[Number(input.value)]);
  return choose(`${action === 'select' ? 'Select' : 'Add'} ${type}s`, list, [
    ['Cancel', () => undefined],
    ['Done', selected],
  ]);
}

async function requestScopes({ scopes }) {
  const list = element('ul', {}, ...scopes.map((scope) => element('li', { textContent: scope })));
  const isGranted = await choose(`${appName} asks for more access`, list, [
    ['Decline', () => false],
    ['Allow', () => true],
  ]);
  const detail = await (isGranted ? api('scopes', { grant: scopes }) : api('scopes'));
  return { result: isGranted ? 'granted-all' : 'declined-all', detail };
}

function showToast({ id, message, duration, isError, action }) {
  const toast = element('div', {
    id,
    className: isError ? 'toast error' : 'toast',
    role: 'status',
    textContent: message,
  });
  if (action) {
    toast.append(
      element('button', { type: 'button', textContent: action, onclick: () => emit('toast.action', { id }) }),
    );
  }
  toastList.append(toast);
  setTimeout(() => hideToast({ id }), duration);
}

function hideToast({ id }) {
  const toast = document.getElementById(id);
  if (!toast) return;
  toast.remove();
  emit('toast.gone', { id });
}

function showTitleBar({ title, actions }) {
  bar.querySelector('h1').textContent = title || appName;
  const buttons = actions.map(({ label, variant, disabled }, index) =>
    element('button', {
      type: 'button',
      textContent: label,
      disabled,
      className: variant === 'primary' ? 'button primary' : 'button',
      onclick: () => emit('titleBar.action', { index }),
    }),
  );
  bar.querySelector('.actions').replaceChildren(...buttons);
}

function showMenu({ entries }) {
  const items = entries.map(({ label, href }) =>
    element(
      'li',
      {},
      element('a', {
        href: `${basePath}${href}`,
        textContent: label,
        onclick: (event) => {
          event.preventDefault();
          emit('navigate', { href });
        },
      }),
    ),
  );
  menu.replaceChildren(...items);
  markCurrent();
}

function markCurrent() {
  for (const link of menu.querySelectorAll('a')) {
    link.toggleAttribute('aria-current', new URL(link.href).pathname === location.pathname);
  }
}

/** What the frame's address says of the page alone: the rest is how the admin opened it. */
const LAUNCH_PARAMETERS = ['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp'];

function showPage({ path, search }) {
  const query = new URLSearchParams(search);
  for (const name of LAUNCH_PARAMETERS) query.delete(name);
  history.replaceState(null, '', `${basePath}${path}${query.size > 0 ? `?${query}` : ''}`);
  markCurrent();
}

function setUnsaved(owner) {
  unsaved = owner;
  saveBar.hidden = !owner;
}

async function leave() {
  if (!unsaved) return null;
  const text = element('p', { textContent: 'Leaving discards what you changed.' });
  const isLeaving = await choose('Leave without saving?', text, [
    ['Stay', () => false],
    ['Leave', () => true],
  ]);
  if (!isLeaving) return new Promise(() => {});
  setUnsaved(null);
  return null;
}

const handlers = {
  idToken: async () => (await api('id-token')).idToken,
  page: showPage,
  menu: showMenu,
  titleBar: showTitleBar,
  'toast.show': showToast,
  'toast.hide': hideToast,
  loading: ({ isLoading }) => document.body.classList.toggle('loading', isLoading),
  'saveBar.show': (owner) => setUnsaved(owner ?? {}),
  'saveBar.hide': () => setUnsaved(null),
  'saveBar.leave': leave,
  resourcePicker: pickResources,
  'scopes.query': () => api('scopes'),
  'scopes.request': requestScopes,
  'scopes.revoke': async ({ scopes }) => ({ detail: await api('scopes', { revoke: scopes }) }),
  openAdmin: ({ path }) => location.assign(`${basePath.split('/apps/')[0]}${path}`),
  openAddress: ({ href }) => location.assign(href),
};

window.addEventListener('message', async ({ source, origin, data }) => {
  if (source !== frame.contentWindow || origin !== appOrigin || data?.from !== 'app') return;
  try {
    const result = await handlers[data.type]?.(data.payload);
    if (data.id) source.postMessage({ from: 'admin', id: data.id, result }, appOrigin);
  } catch (error) {
    if (data.id) source.postMessage({ from: 'admin', id: data.id, error: error.message }, appOrigin);
  }
});

saveBar.querySelector('.save').addEventListener('click', () => emit('saveBar.save'));
saveBar.querySelector('.discard').addEventListener('click', async () => {
  const text = element('p', { textContent: 'What you changed since you last saved is lost.' });
  const choices = [
    ['Continue editing', () => false],
    ['Discard changes', () => true],
  ];
  if (!unsaved.discardConfirmation || (await choose('Discard all unsaved changes?', text, choices))) {
    emit('saveBar.discard');
  }
});
document
  .querySelector('#menu-toggle')
  .addEventListener('click', () => document.body.classList.toggle('menu-open'));

// Only now can the frame be answered.
frame.src = frame.dataset.src;
