import { request, startBenchWorker } from "./worker.ts";
const w = await startBenchWorker();
const u = w.url;
const res = await fetch(`${u}/badges/demo-alpha/scs-compatible-iaas.svg`); const etag = res.headers.get("etag")!; console.log((await res.text()).length);
const r = await fetch(`${u}/robots.txt`); console.log("robots", r.status, (await r.text()).length);
let k=0;
const cases: Record<string, () => Promise<void>> = {
  healthz: () => request(`${u}/healthz`, 256),
  robots: () => request(`${u}/robots.txt`, 256),
  badge: () => request(`${u}/badges/demo-alpha/scs-compatible-iaas.svg`, 256),
  nm304: () => request(`${u}/badges/demo-alpha/scs-compatible-iaas.svg`, 256, {"if-none-match": etag}, 304),
  label: async () => { await Promise.all(Array.from({length:16},async()=>{for(let i=0;i<16;i++) await request(`${u}/badges/demo-alpha/scs-compatible-iaas.svg?label=${k++}`,1)})); },
  healthz1: async () => { await Promise.all(Array.from({length:16},async()=>{for(let i=0;i<16;i++) await request(`${u}/healthz`,1)})); },
};
const t: Record<string, number[]> = {};
for (let round=0; round<24; round++) for (const [n,f] of Object.entries(cases)) { const s=performance.now(); await f(); (t[n]??=[]).push(performance.now()-s); }
for (const [n,a] of Object.entries(t)) { a.sort((x,y)=>x-y); console.log(n.padEnd(10), (256e3/a[12]!).toFixed(0), "best", (256e3/a[2]!).toFixed(0)); }
await w.close(); process.exit(0);
