#!/usr/bin/env node
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';

// An older Node cannot read TypeScript; npm ci brought one that can.
const own = join(import.meta.dirname ?? '.', '../../../node_modules/node/bin/node');
if (Number.parseInt(process.versions.node) >= 24) {
	await import('../src/main.ts');
} else if (existsSync(own)) {
	// A signal from the terminal reaches both; this one waits for the other to end.
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
	const {status} = spawnSync(own, [join(import.meta.dirname, '../src/main.ts'), ...process.argv.slice(2)], {stdio: 'inherit'});
	process.exitCode = status ?? 1;
} else {
	process.stderr.write(`millrace: expected Node 24, found ${process.versions.node}; run npm ci, which brings it.\n`);
	process.exitCode = 2;
}
