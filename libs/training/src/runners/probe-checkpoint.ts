import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {sha256} from '@millrace/core';
import {z} from 'zod';
import type {FittedProbe} from './probe-learner.ts';
import {writeFolder} from './write-folder.ts';

const shape = z.strictObject({
	format: z.literal(1),
	id: z.string(),
	step: z.int().min(1),
	file: z.string(),
	sha256: z.string(),
});

/** A probe that was kept after a step. */
export interface ProbeCheckpoint {
	readonly step: number;
	readonly file: string;
	readonly text: string;
}

/** Keeps the probe of a step and removes those of earlier steps; returns its folder. */
export async function saveProbe(
	output: string,
	id: string,
	step: number,
	{file, text}: FittedProbe,
): Promise<string> {
	const name = folderName(step);
	const folder = join(output, 'checkpoints', name);
	const state = {format: 1, id, step, file, sha256: sha256(text)};
	await writeFolder(folder, {[file]: text, 'state.json': `${JSON.stringify(state)}\n`});
	for (const other of checkpointNames(output))
		if (other !== name) await rm(join(output, 'checkpoints', other), {recursive: true, force: true});
	return folder;
}

/** The newest whole checkpoint of a run; undefined where there is none. */
export function newestProbe(output: string, id: string): ProbeCheckpoint | undefined {
	for (const name of checkpointNames(output).toReversed()) {
		const found = readCheckpoint(join(output, 'checkpoints', name), id);
		if (found) return found;
	}
	return undefined;
}

/** Reads a checkpoint; undefined where it is not whole, or of another run. */
export function readCheckpoint(folder: string, id: string): ProbeCheckpoint | undefined {
	try {
		const state = shape.parse(JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')));
		const text = readFileSync(join(folder, state.file), 'utf8');
		return state.id === id && sha256(text) === state.sha256
			? {step: state.step, file: state.file, text}
			: undefined;
	} catch {
		return undefined;
	}
}

const folderName = (step: number): string => `step-${String(step).padStart(8, '0')}`;

function checkpointNames(output: string): readonly string[] {
	const folder = join(output, 'checkpoints');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => /^step-\d{8,}$/.test(name))
		.sort();
}
