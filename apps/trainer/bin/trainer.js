#!/usr/bin/env node
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';

// An older Node cannot read TypeScript; npm ci brought one that can.
const main = join(import.meta.dirname, '../src/main.ts');
const node = join(import.meta.dirname, '../../../node_modules/node/bin/node');
if (Number.parseInt(process.versions.node) >= 24) {
	await import('../src/main.ts');
} else if (existsSync(node)) {
	const child = spawn(node, [main, ...process.argv.slice(2)], {stdio: 'inherit'});
	// A terminal interrupts both; any other signal comes to this process alone.
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.on('exit', (code) => {
		process.exitCode = code ?? 1;
	});
} else {
	process.stderr.write(
		`trainer: expected Node 24, found ${process.versions.node}; run npm ci, which brings it.\n`,
	);
	process.exitCode = 2;
}
