import {MillraceError} from '@millrace/core';
import type {Augmenter, AugmentRequest, AugmentResponse, Usage, VariantOrigin} from '@millrace/text';
import {eachAlone, failureOf, failureWatch, type Failure, type FailureWatch} from './failure-watch.ts';

/** What an augmenter gave for a text. */
export interface TextVariants {
	readonly variants: readonly string[];
	readonly origins: readonly VariantOrigin[];
	/** What that took; null where it is not told. */
	readonly usage: Usage | null;
	/** Why the call for the text failed; it has no variants then. */
	readonly failed?: Failure;
}

/**
 * Asks an augmenter for variants of texts. A call that fails is made again for each text alone, which has the same
 * variants there, so that one text is no other's misfortune. Throws where the run is at fault: a MillraceError of
 * any code but `temporary`, and `stopped` where the augmenter fails as a whole.
 */
export async function askAugmenter(
	augmenter: Augmenter,
	request: AugmentRequest,
): Promise<readonly TextVariants[]> {
	const {texts, seeds} = request;
	const watch = watchOf(augmenter);
	try {
		return answersOf(augmenter, request, await augmenter.call(request, {}), watch);
	} catch (error) {
		const failure = failureOf(error);
		if (texts.length === 1) {
			watch.failed(failure);
			watch.allFailed(failure, 1);
			return [failedText(failure)];
		}
	}
	const found = await eachAlone(texts, watch, async (text, index) => {
		const alone = {...request, texts: [text], seeds: seeds.slice(index, index + 1)};
		return answersOf(augmenter, alone, await augmenter.call(alone, {}), watch);
	});
	return found.map((each) => ('variants' in each ? each : failedText(each.failed)));
}

const watches = new WeakMap<Augmenter, FailureWatch>();

function watchOf(augmenter: Augmenter): FailureWatch {
	const known = watches.get(augmenter) ?? failureWatch(`augmenter ${augmenter.name}`);
	watches.set(augmenter, known);
	return known;
}

const failedText = (failed: Failure, usage: Usage | null = null): TextVariants => ({
	variants: [],
	origins: [],
	usage,
	failed,
});

function answersOf(
	{name}: Augmenter,
	{texts}: AugmentRequest,
	{variants, origins, usages}: AugmentResponse,
	watch: FailureWatch,
): readonly TextVariants[] {
	if (variants.length !== texts.length)
		throw new MillraceError(
			'accounts',
			`augmenter ${name}: expected variants of ${texts.length} texts, found ${variants.length}; mend the augmenter.`,
		);
	// Where others had an answer, those that failed are not the augmenter's fault.
	if (variants.some((made, index) => made.length > 0 && faultOf(origins?.[index]) === undefined))
		watch.answered();
	return variants.map((made, index) => {
		const own = origins?.[index] ?? [];
		const usage = usages?.[index] ?? null;
		const message = faultOf(own);
		if (message !== undefined) {
			const failure = {message, temporary: true};
			watch.failed(failure);
			return failedText(failure, usage);
		}
		if (made.length > 0) watch.answered();
		return {variants: made, origins: own, usage};
	});
}

const faultOf = (origins: readonly VariantOrigin[] = []): string | undefined =>
	origins.find(({failed}) => failed !== undefined)?.failed;
