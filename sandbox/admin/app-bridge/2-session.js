/** Id tokens: fetched from the admin, added to the app's own requests, asked for again when the app refuses one. */
(() => {
  const { ask } = window.appBridge;
  const browserFetch = window.fetch.bind(window);
  const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';
  const REAUTHORIZE_HEADER = 'X-Shopify-API-Request-Failure-Reauthorize-Url';

  window.shopify.idToken = () => ask('idToken');

  /** https://shopify.dev/docs/api/app-bridge-library/apis/resource-fetching */
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isOwn = new URL(request.url).origin === location.origin;
    if (!isOwn || request.headers.has('Authorization')) return browserFetch(request);
    const again = request.clone();
    const answer = await authorized(request);
    // What App Bridge does with these two headers is not documented; this is what Shopify's libraries rely on
    // (https://github.com/Shopify/shopify-app-bridge/issues/410).
    if (answer.status === 401 && answer.headers.has(RETRY_HEADER)) return authorized(again);
    const reauthorizeUrl = answer.headers.get(REAUTHORIZE_HEADER);
    if (reauthorizeUrl) window.open(reauthorizeUrl, '_top');
    return answer;
  };

  async function authorized(request) {
    const headers = new Headers(request.headers);
    headers.set('Authorization', `Bearer ${await window.shopify.idToken()}`);
    return browserFetch(new Request(request, { headers }));
  }

  // The page that Shopify's libraries answer when a document was asked for without a token. How App Bridge goes on from here
  // is inferred: the page is opened again with a token.
  const reload = new URLSearchParams(location.search).get('shopify-reload');
  if (reload) {
    window.shopify.idToken().then((token) => {
      const url = new URL(reload, location.origin);
      url.searchParams.set('id_token', token);
      location.replace(url);
    });
  }
})();
