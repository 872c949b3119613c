/** What the checkout's pages do beyond plain forms. Without it, everything still works. */

for (const element of document.querySelectorAll('[data-without-script]')) element.remove();

for (const form of document.querySelectorAll('form[data-submit-on-change]')) {
  form.addEventListener('change', () => form.requestSubmit());
}

/** Asking a carrier can take seconds: say so, and keep a second click from asking again. */
for (const form of document.querySelectorAll('form[data-waiting]')) {
  form.addEventListener('submit', () => {
    const button = form.querySelector('button:not([name])');
    if (!button) return;
    button.textContent = form.dataset.waiting;
    button.setAttribute('aria-disabled', 'true');
    button.addEventListener('click', (event) => event.preventDefault());
  });
}

/** A page that the browser took out of its memory still says "one moment". */
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

function showTotals() {
  const totals = document.querySelector('.totals[data-subtotal]');
  const chosen = document.querySelectorAll('.option input:checked');
  if (!totals || chosen.length === 0) return;
  const { subtotal, currency, free } = totals.dataset;
  const shipping = [...chosen].reduce((sum, input) => sum + Number(input.dataset.price), 0);
  const money = new Intl.NumberFormat(document.documentElement.lang, { style: 'currency', currency });
  totals.querySelector('[data-shipping]').textContent = shipping === 0 ? free : money.format(shipping / 100);
  totals.querySelector('[data-total]').textContent = money.format((Number(subtotal) + shipping) / 100);
}

document.addEventListener('change', showTotals);
showTotals();

/** Shows a part of the page anew until the server says that it has settled. */
async function poll(element) {
  if (element.querySelector('[data-settled]')) return;
  const answer = await fetch(element.dataset.poll).catch(() => null);
  if (answer?.ok) {
    const fragment = await answer.text();
    if (fragment !== element.dataset.shown) element.innerHTML = fragment;
    element.dataset.shown = fragment;
  }
  setTimeout(() => poll(element), 500);
}

for (const element of document.querySelectorAll('[data-poll]')) poll(element);
