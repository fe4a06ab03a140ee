/** A set of whole numbers from 1 to a most, which finds its least member from a number on. */
export interface SpaceTree {
	add(space: number): void;
	remove(space: number): void;
	/** The least member that is not below `least`; -1 where there is none. */
	leastFrom(least: number): number;
}

/** Makes an empty set. A segment tree: each node says whether any number below it is a member. */
export function spaceTree(most: number): SpaceTree {
	let width = 1;
	while (width <= most) width *= 2;
	const tree = new Uint8Array(width * 2);
	return {
		add(space) {
			for (let at = width + space; at >= 1 && tree[at] === 0; at >>= 1) tree[at] = 1;
		},
		remove(space) {
			let at = width + space;
			tree[at] = 0;
			for (at >>= 1; at >= 1 && tree[at * 2] === 0 && tree[at * 2 + 1] === 0; at >>= 1) tree[at] = 0;
		},
		leastFrom(least) {
			if (least > most) return -1;
			let at = width + least;
			// Up until a member lies to the right, then down to its least.
			while (tree[at] === 0) {
				while (at > 1 && at % 2 === 1) at >>= 1;
				if (at <= 1) return -1;
				at++;
			}
			while (at < width) at = tree[at * 2] === 1 ? at * 2 : at * 2 + 1;
			return at - width;
		},
	};
}
