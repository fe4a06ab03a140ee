/**
 * The temperature that makes logits fit their labels best, by golden section on its logarithm from 1/20 to 20.
 * Source: Guo et al. 2017, On calibration of modern neural networks.
 */
export function fitTemperature(logits: Float64Array, labels: ArrayLike<number>, classes: number): number {
	const loss = (log: number): number => meanLoss(logits, labels, classes, Math.exp(log));
	let low = -Math.log(20);
	let high = Math.log(20);
	let left = high - (high - low) * GOLDEN;
	let right = low + (high - low) * GOLDEN;
	let leftLoss = loss(left);
	let rightLoss = loss(right);
	for (let step = 0; step < 40; step++) {
		if (leftLoss <= rightLoss) {
			high = right;
			right = left;
			rightLoss = leftLoss;
			left = high - (high - low) * GOLDEN;
			leftLoss = loss(left);
		} else {
			low = left;
			left = right;
			leftLoss = rightLoss;
			right = low + (high - low) * GOLDEN;
			rightLoss = loss(right);
		}
	}
	return Math.exp((low + high) / 2);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The mean of -ln of the probability of the true label, for logits divided by a temperature. */
export function meanLoss(
	logits: Float64Array,
	labels: ArrayLike<number>,
	classes: number,
	temperature: number,
): number {
	let sum = 0;
	for (let row = 0; row < labels.length; row++) {
		const base = row * classes;
		let most = -Infinity;
		for (let k = 0; k < classes; k++) most = Math.max(most, logits[base + k] ?? 0);
		let mass = 0;
		for (let k = 0; k < classes; k++) mass += Math.exp(((logits[base + k] ?? 0) - most) / temperature);
		sum += Math.log(mass) - ((logits[base + (labels[row] ?? 0)] ?? 0) - most) / temperature;
	}
	return sum / Math.max(1, labels.length);
}
