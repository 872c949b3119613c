import { fork, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { startSandboxProcess } from '#test/support/sandbox.ts';
import { load } from './rates/load.ts';
const sandbox = await startSandboxProcess();
const { ready } = sandbox;
const items = Array.from({ length: 10 }, (_, i) => ({ name: `Item ${i}`, sku: `SKU-${String(i + 1).padStart(3, '0')}`, quantity: 1, grams: 300, price: 1990, vendor: 'Sandbox', requires_shipping: true, taxable: true, fulfillment_service: 'manual', properties: null, product_id: 1000 + i, variant_id: 2000 + i }));
const body = JSON.stringify({ rate: { origin: { country: 'FR', postal_code: '75011', city: 'Paris' }, destination: { country: 'FR', postal_code: '31000', city: 'Toulouse', name: 'Camille Martin', address1: '1 place du Capitole', latitude: 43.6045, longitude: 1.444 }, items, currency: 'EUR', locale: 'fr', order_totals: { subtotal_price: 19900, total_price: 19900, discount_amount: 0 }, customer: null } });
const path = new URL(ready.carrierCallbackUrl).pathname;
const sig = createHmac('sha256', ready.apiSecret).update(body).digest('base64');
const wire = Buffer.from(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-shopify-shop-domain: ${ready.shop}\r\nx-shopify-hmac-sha256: ${sig}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
const first = await fetch(`${ready.web}${path}`, { method: 'POST', body, headers: { 'x-shopify-shop-domain': ready.shop, 'x-shopify-hmac-sha256': sig } });
const answer = await first.text(); console.log(first.status, answer.length, body.length);
writeFileSync('/tmp/answer.json', answer);
import { execSync } from 'node:child_process';
const ticks = (pids: number[]) => pids.reduce((sum, pid) => { try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return sum + Number(f[11]) + Number(f[12]); } catch { return sum; } }, 0) * 10000;
const pgPids = () => execSync(`pgrep -f 'postgres.*' -u postgres || true`).toString().trim().split('\n').map(Number);
async function measure(name: string, port: number, pid = 0) {
  await load({ port, connections: 50, next: () => wire, seconds: 2 });
  const c0 = ticks([pid]); const p0 = ticks(pgPids()); const l0 = process.cpuUsage();
  const r = await load({ port, connections: 50, next: () => wire, seconds: 5 });
  const l1 = process.cpuUsage(l0); console.log(name, 'cpu us/req: server', ((ticks([pid]) - c0) / r.requests).toFixed(1), 'postgres', ((ticks(pgPids()) - p0) / r.requests).toFixed(1), 'load', ((l1.user + l1.system) / r.requests).toFixed(1));
  console.log(name, Math.round(r.requestsPerSecond), 'rps p50', r.latencyUs.percentile(50), 'p99', r.latencyUs.percentile(99), r.statuses, r.withRates);
  return r.requestsPerSecond;
}
import { readFileSync } from 'node:fs';
const env = Object.fromEntries(readFileSync(`/proc/${ready.processes.web}/environ`, 'utf8').split('\0').filter(Boolean).map((l) => [l.slice(0, l.indexOf('=')), l.slice(l.indexOf('=') + 1)]));
const web2 = spawn(process.execPath, [...(process.env.PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []), '--import', './sandbox/shopify/stand-in.ts', 'app/server.ts'], { env: { ...env, PORT: '45122' }, stdio: 'inherit' });
for (;;) { if (await fetch('http://127.0.0.1:45122/healthz').then((r) => r.ok, () => false)) break; await new Promise((r) => setTimeout(r, 100)); }
const ours = await measure('ours', 45122, web2.pid); { const gone = once(web2, 'exit'); web2.kill('SIGTERM'); await gone; } if (process.env.ONLY) { await sandbox.stop(); process.exit(0); }
for (const [name, file] of [['bare', 'bare.ts'], ['remix', 'remix-route.ts']] as const) {
  const port = name === 'bare' ? 45123 : 45124;
  const child = fork(`bench/rates/${file}`, [String(port), ready.apiSecret, '/tmp/answer.json'], { env: { ...process.env, NODE_ENV: 'production' } });
  await once(child, 'message');
  console.log(name, ours / await measure(name, port, child.pid));
  child.kill();
}
await sandbox.stop(); process.exit(0);
