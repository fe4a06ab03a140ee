/** A pipeline of Apertium, cut where the tagger stands. */
export interface ModePipeline {
	/** Commands up to the tagger, and from it on, each a shell pipeline. */
	readonly analysis: string;
	readonly rest: string;
	/** The hidden Markov model that the tagger reads; absent where it is of another kind or there is none. */
	readonly model?: string;
	/** The probe: the tagger that tells of words whose ambiguity its model does not know. */
	readonly probe?: string;
}

/**
 * Cuts a pipeline with null flushing, as `apertium-wblank-mode -z` prints it. A tagger with a hidden Markov model is cut off from what stands before
 * it, since what it does with a word of unseen ambiguity changes how it tags later texts.
 */
export function modePipeline(pipeline: string): ModePipeline {
	const commands = pipeline.trim().split(/ \| /);
	const at = commands.findIndex((command) => command.startsWith('apertium-tagger '));
	const tagger = commands[at] ?? '';
	const model = /'([^']+\.prob)'/.exec(tagger)?.[1];
	const markov = / (?:-g|--tagger)(?: |$)/.test(tagger) && !/ -[a-z]*[xuw]/.test(tagger);
	if (at < 1 || model === undefined || !markov) return {analysis: '', rest: pipeline.trim()};
	return {
		analysis: commands.slice(0, at).join(' | '),
		rest: commands.slice(at).join(' | '),
		model,
		// Messages go where answers go, so that each stands before the answer that it is about.
		probe: `apertium-tagger -z -d -g '${model}' 2>&1`,
	};
}
