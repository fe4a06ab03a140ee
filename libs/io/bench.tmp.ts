import {toParquet} from './src/writers/to-parquet.ts';
import {textVector, vector, encodeUtf8, utf8, int64, nullable, list, float64, struct, bool} from '@millrace/core';
import {tableFromIPC} from 'apache-arrow';
import fs from 'node:fs';
import {decodeTable} from './src/index.ts';
const columns = {id: utf8, text: utf8, source: utf8, n: int64, score: float64, tags: list(utf8)};
const schema = new Map(Object.entries(columns).map(([k,v])=>[k,v.type]));
const tables:any[]=[]; let raw=0;
for(const c of [0,1]){ const t=tableFromIPC(fs.readFileSync(`/tmp/pq/chunk-${c}.arrows`)); for(const b of t.batches.slice(0,17)){ const v=new Map();
 for(const [name,type] of schema){ const col=b.getChild(name)!; const d=col.data[0]!; if(type.kind==='utf8'){const o=Int32Array.from((d.valueOffsets as any).subarray(0,d.length+1));const base=o[0]!;v.set(name,textVector(type,{utf8:{bytes:d.values.slice(base,o[d.length]),offsets:o.map(x=>x-base)}}));raw+=o[d.length]!-base;} else v.set(name,vector(type,name==='tags'?Array.from(col,x=>Array.from(x as any)):Array.from(col as any)));}
 tables.push({length:b.numRows,vectors:v}); }}
const w=toParquet(); const it=async function*(){yield* tables};
console.log('rows',tables.reduce((s,t)=>s+t.length,0),'raw text MB',raw/1e6);
for(let r=0;r<4;r++){let t=performance.now();const out=await w.encode(columns,it());const a=performance.now()-t;t=performance.now();await w.verify(out,columns,it());const b=performance.now()-t;
console.log('encode',(raw/1e3/a).toFixed(0),'verify',(raw/1e3/b).toFixed(0),'both',(raw/1e3/(a+b)).toFixed(0),'size',out.length,'rss',process.memoryUsage().rss/1e6|0, 'load', fs.readFileSync('/proc/loadavg','utf8').slice(0,15));fs.writeFileSync('/tmp/mine.parquet',out)}
