/** Turns logits into logarithms of probabilities, in place. */
export function logSoftmax(logits: Float32Array): void {
	let highest = -Infinity;
	for (const logit of logits) if (logit > highest) highest = logit;
	let sum = 0;
	for (const logit of logits) sum += Math.exp(logit - highest);
	const all = highest + Math.log(sum);
	for (let index = 0; index < logits.length; index++) logits[index] = (logits[index] ?? 0) - all;
}
