import {readFile, writeFile} from 'node:fs/promises';
import {repairText} from '@millrace/text';

// What Millrace makes of damaged texts, for Python to compare: `node repair-for-python.ts <request> <answer>`.
const [, , from = '', to = ''] = process.argv;
const texts: unknown = JSON.parse(await readFile(from, 'utf8'));
if (!Array.isArray(texts)) throw new Error(`${from}: expected a list of texts, found something else.`);
await writeFile(to, JSON.stringify(texts.map((text) => repairText(String(text)).text)));
