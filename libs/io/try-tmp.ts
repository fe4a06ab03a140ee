import {fromParquet,pieceHash} from '@millrace/io';
import {utf8,list} from '@millrace/core';
const r=fromParquet({files:'/tmp/pq/pyarrow.parquet',columns:{id:utf8,text:utf8,tags:list(utf8)}});
let t=performance.now();let n=0,bytes=0,rt=0;for await(const f of r.list())for await(const p of r.cut(f)){if(n===0)console.log('first',performance.now()-t);n+=p.records;bytes+=p.spool.length;const t2=performance.now();await r.read(f.path,p,p.spool);rt+=performance.now()-t2}
t=performance.now()-t-rt;console.log(n,bytes/1e6,'cut',bytes/1e3/t,'MB/s read',bytes/1e3/rt,process.memoryUsage().rss/1e6);
