/** What the two detectors say of a passage. */
export interface Detectors {
	/** CLD3: the likeliest of its 103 languages, and how sure it is. */
	readonly cld: (text: string) => {readonly language: string; readonly probability: number};
	/** ELD: a score from 0 to 1 of each of its 60 languages that it considers. */
	readonly eld: (text: string) => ReadonlyMap<string, number>;
}

let loading: Promise<Detectors> | undefined;

/** Loads both detectors, once; some 0.3 s and 80 MB, which is why nothing loads them before they are needed. */
export async function loadDetectors(): Promise<Detectors> {
	loading ??= load();
	return loading;
}

async function load(): Promise<Detectors> {
	const [{loadModule}, {eld}] = await Promise.all([import('cld3-asm'), import('eld/extrasmall')]);
	const cld = (await loadModule()).create(0, MOST_BYTES);
	return {
		cld(text) {
			const {language, probability} = cld.findLanguage(text);
			return {language: names.get(language) ?? language, probability};
		},
		eld: (text) =>
			new Map(
				Object.entries(eld.detect(text).getScores()).map(([language, score]) => [
					language === 'ku' ? 'ckb' : language,
					score,
				]),
			),
	};
}

const MOST_BYTES = 2000;

const names = new Map([
	['iw', 'he'],
	['fil', 'tl'],
]);
