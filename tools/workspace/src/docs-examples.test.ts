import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import ts from 'typescript';
import {workspaceFolder} from './projects.ts';

/** The first TypeScript block of each page. */
const examples = readdirSync(join(workspaceFolder, 'docs'))
	.filter((name) => name.endsWith('.md'))
	.flatMap((name) => {
		const [, code] =
			/^```ts\n([\s\S]*?)^```/m.exec(readFileSync(join(workspaceFolder, 'docs', name), 'utf8')) ?? [];
		return code?.includes('import ') ? [{name, code}] : [];
	});

test('every page with an example has one that type-checks', (t) => {
	t.true(
		examples.length >= 3,
		`expected three pages or more, found ${examples.map(({name}) => name).join(', ')}`,
	);
	const files = new Map(
		examples.map(({name, code}) => [join(workspaceFolder, 'tools/workspace/src', `${name}.ts`), code]),
	);
	const {options} = ts.parseJsonConfigFileContent(
		ts.readConfigFile(join(workspaceFolder, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)).config,
		ts.sys,
		workspaceFolder,
	);
	const checked = {
		...options,
		composite: false,
		noEmit: true,
		emitDeclarationOnly: false,
		declaration: false,
		rootDir: workspaceFolder,
	};
	const disk = ts.createCompilerHost(checked);
	const host: ts.CompilerHost = {
		...disk,
		getSourceFile(path, language, ...given) {
			const code = files.get(path);
			return code === undefined
				? disk.getSourceFile(path, language, ...given)
				: ts.createSourceFile(path, code, language, true);
		},
		fileExists: (path) => files.has(path) || disk.fileExists(path),
		readFile: (path) => files.get(path) ?? disk.readFile(path),
	};
	const program = ts.createProgram([...files.keys()], checked, host);
	const faults = [...files.keys()].flatMap((path) =>
		ts.getPreEmitDiagnostics(program, program.getSourceFile(path)),
	);
	t.deepEqual(
		faults.map(
			({file, messageText}) =>
				`${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
		),
		[],
	);
});

test('the pipeline of docs/declaring-a-pipeline.md runs', (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-example-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true});
	});
	symlinkSync(join(workspaceFolder, 'node_modules'), join(folder, 'node_modules'));
	mkdirSync(join(folder, 'fixtures'));
	writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
	writeFileSync(
		join(folder, 'pipeline.ts'),
		examples.find(({name}) => name === 'declaring-a-pipeline.md')?.code ?? '',
	);
	const tickets = [
		{id: '1', body: 'My card  does not work “abroad”.', queue: 'cards'},
		{id: '2', body: 'My card does not work “abroad”.', queue: 'cards'},
		{id: '3', body: 'Buy now!', queue: 'spam'},
		{id: '4', body: 'Where is my refund?', queue: null},
	];
	writeFileSync(
		join(folder, 'fixtures/tickets.jsonl'),
		tickets.map((ticket) => `${JSON.stringify(ticket)}\n`).join(''),
	);
	const cli = join(workspaceFolder, 'apps/millrace/src/main.ts');
	const run = (...given: string[]) =>
		execFileSync(process.execPath, [cli, ...given, '--out', join(folder, 'out')], {encoding: 'utf8'});
	run('refresh', join(folder, 'pipeline.ts'));
	t.regex(run('show', join(folder, 'pipeline.ts')), /My card does not work/);
});

test('the pipeline that opens the README is the one that npm start runs', (t) => {
	const plain = (text: string) => text.replace(/\s+/g, ' ');
	const [, code = ''] =
		/^```ts\n([\s\S]*?)^```/m.exec(readFileSync(join(workspaceFolder, 'README.md'), 'utf8')) ?? [];
	const real = plain(readFileSync(join(workspaceFolder, 'pipelines/package-docs/pipeline.ts'), 'utf8'));
	const [first = '', ...steps] = code.trim().split('\n');
	t.true(real.includes(first.replace(/\)$/, '')), first);
	t.true(real.includes(plain(steps.join('\n'))));
});
