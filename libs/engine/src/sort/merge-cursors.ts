import type {RunCursor} from './run-cursor.ts';

const chunkRecords = 512;
const chunkBytes = 256 * 1024;

/** The records of all cursors, ascending, in chunks; equal records come as often as they occur. Closes the cursors. */
export async function* mergeCursors(
	cursors: readonly RunCursor[],
): AsyncGenerator<readonly Uint8Array[], void, undefined> {
	const heap: RunCursor[] = [];
	try {
		for (const cursor of cursors) if (await cursor.refill()) heap.push(cursor);
		for (let parent = heap.length >> 1; parent-- > 0;) siftDown(heap, parent);
		let chunk: Uint8Array[] = [];
		let size = 0;
		for (let top = heap[0]; top; top = heap[0]) {
			chunk.push(top.bytes.subarray(top.start, top.end));
			size += top.end - top.start;
			if (!top.step() && !(await top.refill())) {
				const last = heap.pop();
				if (last && heap.length > 0) heap[0] = last;
			}
			siftDown(heap, 0);
			if (chunk.length < chunkRecords && size < chunkBytes) continue;
			yield chunk;
			[chunk, size] = [[], 0];
		}
		if (chunk.length > 0) yield chunk;
	} finally {
		for (const cursor of cursors) await cursor.close();
	}
}

/** Moves the cursor at a place of the heap down until none below comes before it. */
function siftDown(heap: RunCursor[], from: number): void {
	const moved = heap[from];
	if (!moved) return;
	let place = from;
	for (;;) {
		const left = heap[2 * place + 1];
		if (!left) break;
		const right = heap[2 * place + 2];
		const [child, at] = right?.isBelow(left) === true ? [right, 2 * place + 2] : [left, 2 * place + 1];
		if (!child.isBelow(moved)) break;
		heap[place] = child;
		place = at;
	}
	heap[place] = moved;
}
