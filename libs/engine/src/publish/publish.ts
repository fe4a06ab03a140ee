import {MillraceError, sha256, type Store} from '@millrace/core';
import {datasetCard} from '@millrace/io';
import {lockedVersions} from '../code/step-fingerprint.ts';
import type {RunContext} from '../run/run-phase.ts';
import type {SegmentResults} from '../run/run-segments.ts';
import type {Sources} from '../sources/find-partitions.ts';
import {sumAccounts} from '../work/accounts.ts';
import {planRules} from '../what-if/rule-figures.ts';
import {shardSchema} from '../work/run-shard.ts';
import type {Done, ShardWork} from '../work/work.ts';
import {exposeVersion} from './expose-version.ts';
import {manifestName, newestManifest, type Manifest, type ManifestFile} from './manifest.ts';

/** A shard as it was asked for and as it was written. */
export type WrittenShard = readonly [work: ShardWork, done: Done['shard']];

/** Publishes a version: the manifest, created exclusively, is the commit; the folder that shows it comes after. */
export async function publish(
	context: RunContext,
	run: string,
	sources: Sources,
	results: readonly SegmentResults[],
	shards: readonly WrittenShard[],
): Promise<Manifest> {
	const {store, plan} = context;
	const {pipeline} = plan;
	const version = ((await newestManifest(store))?.version ?? 0) + 1;
	const schema = shardSchema(pipeline.schema, pipeline.writer?.split);
	const extension = pipeline.writer?.extension ?? '';
	const files = shardFiles(shards, extension);
	const rows = rowsBySplit(files);
	const text = async (path: string, content: string): Promise<ManifestFile> => textFile(store, path, content);
	const card = datasetCard({
		name: pipeline.name,
		splits: Object.keys(rows).map((split) => {
			const own = files.filter((file) => file.split === split);
			return {
				name: split,
				files: `${split}-?????-of-?????${extension}`,
				rows: rows[split] ?? 0,
				bytes: own.reduce((sum, {bytes}) => sum + bytes, 0),
			};
		}),
		schema,
		...pipeline.settings.card,
	});
	const manifest: Manifest = {
		format: 1,
		name: pipeline.name,
		version,
		run,
		plan: plan.hash,
		rows,
		columns: [...schema],
		files: [
			...files,
			await text('README.md', card),
			await text('lineage.jsonl', lineageLines(sources)),
			await text('accounts.jsonl', accountLines(results)),
		].sort((a, b) => (a.path < b.path ? -1 : 1)),
		accounts: results.flatMap(({done}) => sumAccounts(done.map(({accounts}) => accounts))),
		rules: planRules(pipeline).map(({stage, rule: {reason, option, dropIf, threshold}}) => ({
			stage,
			reason,
			option,
			dropIf,
			threshold,
		})),
		sources: {
			files: sources.files.length,
			records: sources.partitions.reduce((sum, {records}) => sum + records, 0),
			partitions: sources.partitions.length,
		},
		locked: {
			...lockedVersions,
			packages: Object.fromEntries([...plan.fingerprints.packages].sort(([a], [b]) => (a < b ? -1 : 1))),
		},
	};
	await checkObjects(store, manifest);
	const created = await store.putIfAbsent(
		manifestName(version),
		new TextEncoder().encode(`${JSON.stringify(manifest, null, '\t')}\n`),
	);
	if (!created)
		throw new MillraceError(
			'locked',
			`${store.url}: another run published version ${version} meanwhile; run again.`,
		);
	await exposeVersion(store, manifest);
	return manifest;
}

/** A manifest may not name what is gone: throws `missing`, so that it is made again. */
async function checkObjects(store: Store, {files}: Manifest): Promise<void> {
	const gone: string[] = [];
	for (const {object, bytes} of files) if ((await store.size(object)) !== bytes) gone.push(object);
	if (gone.length > 0)
		throw new MillraceError(
			'missing',
			`${store.url}: expected the shards of the version, found ${gone.join(', ')} gone or of another size; run again, they are made anew.`,
		);
}

/** Shards under the names that data tools look for: `train-00000-of-00004.parquet`. */
function shardFiles(shards: readonly WrittenShard[], extension: string): readonly ManifestFile[] {
	const totals = new Map<string, number>();
	for (const [{stream, split}] of shards)
		totals.set(`${stream} ${split}`, (totals.get(`${stream} ${split}`) ?? 0) + 1);
	const numbers = new Map<string, number>();
	return shards.map(([{stream, split}, {object, sha256: digest, bytes, rows}]) => {
		const key = `${stream} ${split}`;
		const number = numbers.get(key) ?? 0;
		numbers.set(key, number + 1);
		const name = `${split}-${digits(number)}-of-${digits(totals.get(key) ?? 1)}${extension}`;
		const file = {path: stream === 'rows' ? name : `${stream}/${name}`, object, sha256: digest, bytes, rows};
		return stream === 'rows' ? {...file, split} : file;
	});
}

const digits = (value: number): string => String(value).padStart(5, '0');

function rowsBySplit(files: readonly ManifestFile[]): Readonly<Record<string, number>> {
	const rows: Record<string, number> = {};
	for (const {split, rows: own = 0} of files) if (split !== undefined) rows[split] = (rows[split] ?? 0) + own;
	return rows;
}

async function textFile(store: Store, path: string, content: string): Promise<ManifestFile> {
	const bytes = new TextEncoder().encode(content);
	const digest = sha256(bytes);
	const object = `objects/${digest}${path.slice(path.lastIndexOf('.'))}`;
	await store.put(object, bytes, {durable: true});
	return {path, object, sha256: digest, bytes: bytes.length};
}

/** Where the rows came from: a line for each partition with its files and their content. */
function lineageLines({partitions}: Sources): string {
	return partitions
		.map(({key, records, slices}) => {
			const files = slices.map(({path, piece}) => ({
				path,
				start: piece.start,
				end: piece.end,
				unit: piece.unit,
				hash: piece.hash,
			}));
			return `${JSON.stringify({partition: key, records, files})}\n`;
		})
		.join('');
}

/** The account of every stage for every partition. */
function accountLines(results: readonly SegmentResults[]): string {
	return results
		.flatMap(({partitions, done}) =>
			done.flatMap(({accounts}, rank) =>
				accounts.map((account) => `${JSON.stringify({partition: partitions[rank], ...account})}\n`),
			),
		)
		.join('');
}
