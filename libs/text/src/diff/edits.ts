/** A run of items: of the first list where it is the same or removed, of the second where it is added. */
export interface Edit {
	readonly kind: 'same' | 'removed' | 'added';
	readonly start: number;
	readonly end: number;
}

/** Steps that the search takes at most, about a second; what is then not yet compared counts as replaced. */
const mostSteps = 50_000_000;

/**
 * The fewest removals and additions that make one list of another (Myers 1986, "An O(ND) difference algorithm and its
 * variations", in linear space), removals before additions. The two searches from both ends meet in the middle, and
 * each half is searched anew.
 */
export function edits(before: Int32Array, after: Int32Array, steps = mostSteps): readonly Edit[] {
	const found = collector();
	const room = {left: steps};
	const reach = before.length + after.length + 3;
	const lanes = {forward: new Int32Array(2 * reach + 1), backward: new Int32Array(2 * reach + 1), reach};
	/** Boxes still to be compared, the next last. */
	const boxes: Box[] = [{left: 0, top: 0, right: before.length, bottom: after.length}];
	for (let box = boxes.pop(); box; box = boxes.pop()) {
		let {left, top, right, bottom} = box;
		const from = left;
		while (left < right && top < bottom && before[left] === after[top]) [left, top] = [left + 1, top + 1];
		found.add('same', from, left);
		const to = right;
		while (left < right && top < bottom && before[right - 1] === after[bottom - 1])
			[right, bottom] = [right - 1, bottom - 1];
		// Boxes come off in order, so what is equal at the end waits as a box of its own.
		if (to > right) boxes.push({left: right, top: bottom, right: to, bottom: bottom + to - right});
		if (left === right || top === bottom) {
			found.add('removed', left, right);
			found.add('added', top, bottom);
			continue;
		}
		const middle = meet(before, after, {left, top, right, bottom}, lanes, room);
		if (!middle) {
			found.add('removed', left, right);
			found.add('added', top, bottom);
			continue;
		}
		const [x, y] = middle;
		boxes.push({left: x, top: y, right, bottom}, {left, top, right: x, bottom: y});
	}
	return found.edits();
}

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

interface Lanes {
	readonly forward: Int32Array;
	readonly backward: Int32Array;
	readonly reach: number;
}

/** A point on a shortest way through the box; undefined where the search took too long, or found none inside. */
function meet(
	before: Int32Array,
	after: Int32Array,
	{left, top, right, bottom}: Box,
	{forward, backward, reach}: Lanes,
	room: {left: number},
): readonly [x: number, y: number] | undefined {
	const [width, height] = [right - left, bottom - top];
	const delta = width - height;
	const odd = (delta & 1) !== 0;
	const at = (lane: Int32Array, diagonal: number): number => lane[reach + diagonal] ?? 0;
	forward[reach + 1] = 0;
	backward[reach + 1] = 0;
	for (let d = 0; d <= Math.ceil((width + height) / 2); d++) {
		room.left -= 2 * d + 2;
		if (room.left < 0) return undefined;
		for (let k = -d; k <= d; k += 2) {
			let x =
				k === -d || (k !== d && at(forward, k - 1) < at(forward, k + 1))
					? at(forward, k + 1)
					: at(forward, k - 1) + 1;
			const start = x;
			while (x < width && x - k < height && before[left + x] === after[top + x - k]) x++;
			room.left -= x - start;
			forward[reach + k] = x;
			const opposite = delta - k;
			if (odd && Math.abs(opposite) <= d - 1 && x + at(backward, opposite) >= width)
				return inside(left + x, top + x - k, {left, top, right, bottom});
		}
		for (let k = -d; k <= d; k += 2) {
			let x =
				k === -d || (k !== d && at(backward, k - 1) < at(backward, k + 1))
					? at(backward, k + 1)
					: at(backward, k - 1) + 1;
			const start = x;
			while (x < width && x - k < height && before[right - 1 - x] === after[bottom - 1 - (x - k)]) x++;
			room.left -= x - start;
			backward[reach + k] = x;
			const opposite = delta - k;
			if (!odd && Math.abs(opposite) <= d && x + at(forward, opposite) >= width)
				return inside(right - x, bottom - (x - k), {left, top, right, bottom});
		}
	}
	return undefined;
}

/** A corner of the box divides nothing. */
function inside(
	x: number,
	y: number,
	{left, top, right, bottom}: Box,
): readonly [number, number] | undefined {
	const corner = (x === left && y === top) || (x === right && y === bottom);
	return corner || x < left || y < top || x > right || y > bottom ? undefined : [x, y];
}

/** Joins runs, and puts what is removed between two equal runs before what is added. */
function collector() {
	const done: Edit[] = [];
	let [removed, added]: [Edit[], Edit[]] = [[], []];
	const joined = (runs: readonly Edit[]): readonly Edit[] => {
		const [first, last] = [runs[0], runs.at(-1)];
		return first && last ? [{...first, end: last.end}] : [];
	};
	const flush = (): void => {
		done.push(...joined(removed), ...joined(added));
		[removed, added] = [[], []];
	};
	return {
		add(kind: Edit['kind'], start: number, end: number): void {
			if (start === end) return;
			if (kind === 'removed') removed.push({kind, start, end});
			else if (kind === 'added') added.push({kind, start, end});
			else {
				flush();
				const last = done.at(-1);
				if (last?.kind === 'same' && last.end === start) done[done.length - 1] = {...last, end};
				else done.push({kind, start, end});
			}
		},
		edits(): readonly Edit[] {
			flush();
			return done;
		},
	};
}
