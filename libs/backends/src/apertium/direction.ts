import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {framedProcess, type FramedProcess} from './framed-process.ts';
import {modePipeline} from './mode-pipeline.ts';
import {seenClasses, type SeenClasses} from './seen-classes.ts';
import {wireText} from './wire-text.ts';

export interface DirectionOptions {
	/** Such as `eng-spa`. */
	readonly name: string;
	/** The mode file. */
	readonly mode: string;
	readonly window: number;
	readonly patienceMs: number;
	readonly idleMs: number;
}

export interface Translation {
	readonly text: string;
	readonly unknown: readonly string[];
}

/** One direction of a language pair: its processes, opened on first use. */
export interface Direction {
	readonly translate: (texts: readonly string[]) => Promise<readonly Translation[]>;
	readonly close: () => Promise<void>;
}

interface Opened {
	readonly analysis: FramedProcess | undefined;
	readonly probe: FramedProcess | undefined;
	readonly classes: SeenClasses | undefined;
	/** The pipeline from the tagger on, for the model at a path. */
	readonly rest: (model: string) => FramedProcess;
}

/** Opens a direction. Every text gets what a pipeline would give it that saw no other before. */
export function direction({name, mode, ...bounds}: DirectionOptions): Direction {
	let opened: Promise<Opened> | undefined;
	let last: {readonly model: string; readonly process: FramedProcess} | undefined;

	const open = async (): Promise<Opened> => {
		const {stdout} = await promisify(execFile)('apertium-wblank-mode', ['-z', mode]);
		const {analysis, rest, model, probe} = modePipeline(stdout);
		const framed = (pipeline: string): FramedProcess =>
			framedProcess({name: `apertium ${name}`, pipeline, parameters: ['-g', ''], ...bounds});
		const probing = probe === undefined ? undefined : framed(probe);
		return {
			analysis: analysis === '' ? undefined : framed(analysis),
			probe: probing,
			classes: probing && model !== undefined ? seenClasses(model, probing) : undefined,
			rest: (path) => framed(model === undefined ? rest : rest.replace(`'${model}'`, () => `'${path}'`)),
		};
	};

	/** The processes for a model; those for an older one answer what they owe and close. */
	const restFor = ({rest}: Opened, model: string): FramedProcess => {
		if (last?.model !== model) {
			void last?.process.close();
			last = {model, process: rest(model)};
		}
		return last.process;
	};

	return {
		translate: async (texts) => {
			const parts = await (opened ??= open());
			const wired = texts.map(wireText);
			// What stands before the end of a text as white space would else be lost.
			let frames: readonly string[] = wired.map(({wire}) => `${wire}[]`);
			let model = '';
			if (parts.analysis && parts.classes) {
				const {analysis, classes} = parts;
				frames = await Promise.all(frames.map(analysis.send));
				model = await classes.cover(frames);
			}
			const process = restFor(parts, model);
			const answers = await Promise.all(frames.map(process.send));
			return wired.map(({read}, index) => read(answers[index] ?? ''));
		},
		close: async () => {
			const parts = await opened;
			await Promise.all([parts?.analysis?.close(), parts?.probe?.close(), last?.process.close()]);
			await parts?.classes?.close();
			last = undefined;
		},
	};
}
