import {encodeTables,encodeStream} from './src/arrow/encode-table.ts';
import {vector,utf8} from '@millrace/core';
import {arrowMessages} from './src/readers/arrow-messages.ts';
import {RecordBatchReader} from 'apache-arrow';
const t={length:2,vectors:new Map([['a',vector(utf8.type,['x','y'])]])};
const s=new Map([['a',utf8.type]]);
for(const b of [encodeTables(s,[t]),encodeStream(s,[t])]){
console.log(b.length,Buffer.from(b).subarray(0,32).toString('hex'));
const parts=[];async function* one(){yield Buffer.from(b)};for await(const p of arrowMessages(one()))parts.push(p);console.log(parts.map(p=>p.length));
for(const mk of [async function*(){yield* parts},async function*(){yield Buffer.concat(parts)}]){try{const r=await RecordBatchReader.from(mk());await r.open();console.log(r.schema?.fields.length)}catch(e){console.log(e.message)}}
}
