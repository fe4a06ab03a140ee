import {fingerprint, MillraceError, type Json} from '@millrace/core';
import {cutGroups, hashOfDigits} from '../sources/cut-groups.ts';
import {layerDigest, type SegmentResults} from '../run/run-segments.ts';
import type {RunPlan} from '../run/run-plan.ts';
import type {CachedObject} from '../work/cached-object.ts';
import {departedSchema} from '../work/departed.ts';
import type {Layer} from '../work/layer.ts';
import type {ShardWork, SplitPart, Stream} from '../work/work.ts';

interface Part extends SplitPart {
	readonly source: Layer | CachedObject;
}

/** The shards of a version: for each split its rows in order, then the rows that were dropped and quarantined. */
export function cutShards(
	{pipeline, fingerprints}: RunPlan,
	results: readonly SegmentResults[],
	shardBytes: number,
): readonly ShardWork[] {
	const works = (stream: Stream, split: string, parts: readonly Part[]): readonly ShardWork[] => {
		const schema: Json = JSON.stringify([...(stream === 'rows' ? pipeline.schema : departedSchema)]);
		return shardsOf(parts, shardBytes).map((group) => {
			const sources = group.map(({source}) => source);
			const digests = sources.map((source) => ('name' in source ? source.name : layerDigest(source)));
			return {
				kind: 'shard',
				fingerprint: fingerprint(['shard', fingerprints.writer, schema, stream, split, digests]),
				stream,
				split,
				parts: sources,
			};
		});
	};
	const last = results.at(-1)?.done ?? [];
	const splits = [...new Set(last.flatMap(({splits: own}) => Object.keys(own)))].sort();
	checkSplits(pipeline.name, splits);
	const rows = splits.flatMap((split) => {
		const parts = last.flatMap(({layer, splits: own}) => {
			const part = own[split];
			return part ? [{...part, source: layer}] : [];
		});
		return works('rows', split, parts);
	});
	const left = (stream: 'dropped' | 'quarantined'): readonly ShardWork[] => {
		const parts = results.flatMap(({done}) =>
			done.flatMap(({[stream]: part}) => (part ? [{...part, source: part.object}] : [])),
		);
		return works(stream, stream, parts);
	};
	return [...rows, ...left('dropped'), ...left('quarantined')];
}

/** A split names its files: what cannot is refused before anything is published. */
function checkSplits(pipeline: string, splits: readonly string[]): void {
	const bad = splits
		.filter((name) => !/^[A-Za-z0-9][\w.-]{0,99}$/.test(name))
		.map((name) => JSON.stringify(name.slice(0, 120)));
	if (bad.length === 0) return;
	throw new MillraceError(
		'schema',
		`pipeline ${pipeline}: expected names of splits of letters, digits, "_", "." and "-", at most 100, found ${bad.slice(0, 5).join(', ')}${bad.length > 5 ? ` and ${bad.length - 5} more` : ''}; mend the column that names the split.`,
	);
}

/** Groups of parts, cut where the id of a part's last row says so: a small change touches few shards. */
function shardsOf(parts: readonly Part[], shardBytes: number): readonly (readonly Part[])[] {
	const typical = parts.length === 0 ? 1 : parts.reduce((sum, {bytes}) => sum + bytes, 0) / parts.length;
	// A power of four, so that the share does not change with every change of the data.
	const share = 4 ** Math.round(Math.log(Math.max(typical, 1) / shardBytes) / Math.log(4));
	return cutGroups(parts, {
		hash: ({last}) => hashOfDigits(last),
		bytes: ({bytes}) => bytes,
		share,
		maxBytes: shardBytes,
	});
}
