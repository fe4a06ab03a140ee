import {toParquet} from './src/writers/to-parquet.ts';
import {vector, utf8, int64, nullable, list, float64, struct, bool, int32,timestamp,binary} from '@millrace/core';
const columns:any = {id: utf8, text: nullable(utf8), n: int64, tags: list(utf8), m: nullable(list(struct({a:nullable(int32),b:bool}))), t: timestamp, x: binary, f: float64};
const N=30;
const vals:any={id:i=>'row '+i,text:i=>i%3?'text '+i:null,n:i=>BigInt(i),tags:i=>Array.from({length:i%4},(_,j)=>'t'+j),m:i=>i%5?Array.from({length:i%3},(_,j)=>({a:j?null:i,b:!(i&1)})):null,t:i=>1700000000000000n+BigInt(i),x:i=>Uint8Array.of(i,255),f:i=>i/3};
const table={length:N,vectors:new Map(Object.entries(columns).map(([k,c]:any)=>[k,vector(c.type,Array.from({length:N},(_,i)=>vals[k](i)))]))};
const w=toParquet(); const it=async function*(){yield table};
const out=await w.encode(columns,it()); await w.verify(out,columns,it());
const footer=out.length-8-Buffer.from(out).readUInt32LE(out.length-8);
console.log('size',out.length,'footer at',footer);
import("node:fs").then(fs=>fs.writeFileSync("/tmp/small.parquet",out));process.exitCode=0;for(const mask of [0xff,1,0x10,0x80,2,0x40]){const t=performance.now();const missed:number[]=[];let other=new Map<string,number>();
for(let i=0;i<out.length;i++){const bad=Buffer.from(out);bad[i]^=mask;try{await w.verify(bad,columns,it());missed.push(i)}catch(e:any){if(e.name!=='MillraceError')console.log(i,e);const k=String(e.message).slice(79,110);other.set(k,(other.get(k)??0)+1)}}
console.log('mask',mask.toString(16),'missed in data',missed.filter(i=>i<footer).join(' '),'| in footer',missed.filter(i=>i>=footer).length,((performance.now()-t)/out.length).toFixed(2),'ms each');}
let ok=true;for(let n=0;n<out.length;n++){try{await w.verify(out.subarray(0,n),columns,it());console.log('cut not seen',n)}catch{}}
