import { html } from 'hono/html';

export interface AdminPage {
  appName: string;
  /** Origin of the app's pages, the only one that the frame's messages are taken from. */
  appOrigin: string;
  /** Address of the app within the admin, `/store/demo/apps/onestock-promise`. */
  basePath: string;
  /** What the frame opens. */
  frameUrl: string;
  shopName: string;
  links: readonly AdminLink[];
}

/** An entry of the admin's menu above the apps, such as the simulated checkout. */
export interface AdminLink {
  label: string;
  href: string;
}

/** The admin around an app: shop bar, menu, the app's title and its frame. */
export function adminPage({ appName, appOrigin, basePath, frameUrl, shopName, links }: AdminPage) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${shopName} · ${appName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/admin.css" />
        <link rel="stylesheet" href="/assets/overlays.css" />
      </head>
      <body data-app-origin="${appOrigin}" data-base-path="${basePath}" data-app-name="${appName}">
        <header class="top-bar">
          <button id="menu-toggle" type="button" aria-label="Menu">☰</button>
          <span class="brand">Simulated admin</span>
          <div id="save-bar" hidden>
            <span>Unsaved changes</span>
            <button type="button" class="button discard">Discard</button>
            <button type="button" class="button primary save">Save</button>
          </div>
          <span class="shop">${shopName}</span>
        </header>
        <nav class="side" aria-label="Admin">
          <ul>
            ${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}
          </ul>
          <h2>Apps</h2>
          <ul>
            <li><a href="${basePath}" class="app">${appName}</a></li>
          </ul>
          <ul id="app-menu"></ul>
        </nav>
        <main>
          <div id="title-bar">
            <span class="icon" aria-hidden="true">${appName.charAt(0)}</span>
            <h1>${appName}</h1>
            <div class="actions"></div>
          </div>
          <iframe name="app-iframe" title="${appName}" data-src="${frameUrl}" allow="clipboard-write"></iframe>
        </main>
        <div id="toasts"></div>
        <script src="/assets/admin.js" type="module"></script>
      </body>
    </html>`;
}

/** What stands for the parts of the admin that are not simulated. */
export function missingPage(shopName: string, appPath: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${shopName}</title>
        <link rel="stylesheet" href="/assets/admin.css" />
      </head>
      <body>
        <main class="missing">
          <h1>This part of the admin is not simulated</h1>
          <p><a href="${appPath}">Open the app</a></p>
        </main>
      </body>
    </html>`;
}
