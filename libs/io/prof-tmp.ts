import {fromMarkdown} from './src/readers/from-text.ts';
const m=fromMarkdown({files:{root:'/work/main/node_modules',include:'**/{*.md,*.markdown,*.txt,LICENSE*,CHANGELOG*}',exclude:'@millrace/**'}});
let t=performance.now();const fs=[];for await(const f of m.list())fs.push(f);console.log(fs.length,performance.now()-t);
for(let k=0;k<3;k++){
t=performance.now();const ps=[];let rows=0,bytes=0;for(const f of fs){for await(const p of m.cut(f))ps.push([f.path,p])};console.log('cut',performance.now()-t);
t=performance.now();for(const [f,p] of ps){const b=await m.read(f,p,p.spool);rows+=b.length;bytes+=p.end};console.log('read',rows,bytes,performance.now()-t);}
