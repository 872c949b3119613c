import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

/** Builds the pages only: the server, the worker and everything else run from their sources. */
export default defineConfig({
  plugins: [
    remix({
      // Lazy route discovery stays off: a save while a fetcher's route is being discovered renews that fetcher to a 404 that takes the page
      // away (`fetcherMatches` of getMatchesToLoad in @remix-run/router), and all routes of the app are a few kilobytes.
      // Single fetch stays off: App Bridge reads the headers of a page's own 401, which single fetch would wrap
      // (https://github.com/Shopify/shopify-app-template-remix/blob/main/vite.config.ts).
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_singleFetch: false,
        v3_throwAbortReason: true,
      },
    }),
    compressedCopies(),
  ],
  build: { assetsInlineLimit: 0 },
  // All that the pages import, so that Vite does not find one late and reload the page in the middle of its first visit.
  optimizeDeps: {
    include: [
      '@remix-run/node',
      '@remix-run/react',
      '@shopify/app-bridge-react',
      '@shopify/polaris',
      '@shopify/shopify-app-remix/react',
      '@shopify/shopify-app-remix/server',
      'i18next',
      'neverthrow',
      'react',
      'react-dom/client',
      'react-i18next',
      'zod',
    ],
  },
});

/**
 * Writes a Brotli copy beside each script and style sheet that browsers load, so that the server compresses nothing. When the server's part is
 * built, for only then Remix writes the manifest of the browser's.
 */
function compressedCopies(): Plugin {
  const directory = 'build/client/assets';
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return {
    name: 'compressed-copies',
    apply: (config, { isSsrBuild }) => config.mode !== 'test' && isSsrBuild === true,
    async closeBundle() {
      const files = (await readdir(directory)).filter((name) => /\.(js|css)$/.test(name));
      await Promise.all(
        files.map(async (name) => {
          const path = join(directory, name);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path), options));
        }),
      );
    },
  };
}
