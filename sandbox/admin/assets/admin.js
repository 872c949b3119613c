/** The admin's side of App Bridge: answers the frame, and shows around it what the app asks for. */
import { api, confirmed, element, pickResources, requestScopes } from './dialogs.js';

const frame = document.querySelector('iframe');
const { appOrigin, basePath, appName } = document.body.dataset;
const bar = document.querySelector('#title-bar');
const saveBar = document.querySelector('#save-bar');
const menu = document.querySelector('#app-menu');
/** What the app says of its unsaved changes; null when there are none. */
let unsaved = null;

const emit = (event, payload) =>
  frame.contentWindow.postMessage({ from: 'admin', event, payload }, appOrigin);

function showToast({ id, message, duration, isError, action }) {
  const className = isError ? 'toast error' : 'toast';
  const toast = element('div', { id, className, role: 'status', textContent: message });
  if (action) {
    const onclick = () => emit('toast.action', { id });
    toast.append(element('button', { type: 'button', textContent: action, onclick }));
  }
  document.querySelector('#toasts').append(toast);
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
  const items = entries.map(({ label, href }) => {
    const onclick = (event) => {
      event.preventDefault();
      emit('navigate', { href });
    };
    return element('li', {}, element('a', { href: `${basePath}${href}`, textContent: label, onclick }));
  });
  menu.replaceChildren(...items);
  markCurrent();
}

function markCurrent() {
  for (const link of menu.querySelectorAll('a')) {
    link.toggleAttribute('aria-current', new URL(link.href).pathname === location.pathname);
  }
}

/** What the frame's address holds besides the page's own: how the admin opened it. */
const LAUNCH_PARAMETERS = ['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp'];

function showPage({ path, search }) {
  const query = new URLSearchParams(search);
  for (const name of LAUNCH_PARAMETERS) query.delete(name);
  history.replaceState(null, '', `${basePath}${path}${query.size > 0 ? `?${query}` : ''}`);
  markCurrent();
}

function setUnsaved(changes) {
  unsaved = changes;
  saveBar.hidden = !changes;
}

/** Answers once leaving is allowed; a merchant who stays leaves the question open. */
async function leave() {
  const text = 'Leaving discards what you changed.';
  if (unsaved && !(await confirmed('Leave without saving?', text, 'Stay', 'Leave')))
    return new Promise(() => {});
  setUnsaved(null);
  return null;
}

async function discard() {
  const text = 'What you changed since you last saved is lost.';
  const isSure =
    !unsaved.discardConfirmation ||
    (await confirmed('Discard all unsaved changes?', text, 'Continue editing', 'Discard changes'));
  if (isSure) emit('saveBar.discard');
}

const handlers = {
  idToken: async () => (await api('id-token')).idToken,
  page: showPage,
  menu: showMenu,
  titleBar: showTitleBar,
  'toast.show': showToast,
  'toast.hide': hideToast,
  loading: ({ isLoading }) => document.body.classList.toggle('loading', isLoading),
  'saveBar.show': setUnsaved,
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
  const answer = await Promise.resolve(data.payload)
    .then(handlers[data.type])
    .then(
      (result) => ({ result }),
      (error) => ({ error: error.message }),
    );
  if (data.id) source.postMessage({ from: 'admin', id: data.id, ...answer }, appOrigin);
});

saveBar.querySelector('.save').addEventListener('click', () => emit('saveBar.save'));
saveBar.querySelector('.discard').addEventListener('click', discard);
document.querySelector('#menu-toggle').addEventListener('click', () => {
  document.body.classList.toggle('menu-open');
});

// Only now can the frame be answered.
frame.src = frame.dataset.src;
