import { RealPrometheus } from '../plugins/slo-backend/src/prometheus/__testUtils__/RealPrometheus';
import { CountingProxy } from './slo/CountingProxy';
import { serviceSeries } from './slo/serviceSeries';
import { serviceNames } from './slo/services';
async function main() {
  const now = Math.floor(Date.now()/1000);
  console.time('prom');
  const p = await RealPrometheus.start({ series: [...serviceSeries({job:'live',services:serviceNames(),from:now-3*3600,to:now+3600,scrape:15}),...serviceSeries({job:'history',services:serviceNames().slice(0,25),from:now-35*86400,to:now+3600,scrape:60})] });
  console.timeEnd('prom');
  const proxy = await CountingProxy.start(p.url);
  try {
    await new Promise(r=>setTimeout(r,90000));
    for (let i = 0; i < 3; i++) {
    console.time('q');
    const r = await Promise.all([1,2,3,4].map(()=>fetch(proxy.url+'/api/v1/query_range',{method:'POST',body:new URLSearchParams({query:'sum(rate(http_requests_total[1m]))',start:String(now-240),end:String(now),step:'60'})}).then(r=>r.text())));
    console.timeEnd('q');
    console.log(r[0].slice(0,400), proxy.calls);
    }
  } catch (e) { console.log(e); }
  await proxy.stop(); await p.stop();
}
main();
