import {MillraceError} from '@millrace/core';
import {compareBytes} from './compare-bytes.ts';

/** Where a merge stands in one run: its current record is `bytes` from `start` to `end`. */
export class RunCursor {
	bytes: Uint8Array = none;
	start = 0;
	end = 0;
	/** The first six bytes of the record as a number, by which most comparisons are decided. */
	private prefix = 0;
	private block: Uint8Array = none;
	private at = 0;
	private readonly blocks: AsyncIterator<Uint8Array>;
	private readonly map: ((record: Uint8Array) => Uint8Array) | undefined;

	constructor(blocks: AsyncIterable<Uint8Array>, map?: (record: Uint8Array) => Uint8Array) {
		this.blocks = blocks[Symbol.asyncIterator]();
		this.map = map;
	}

	/** Goes to the next record if it is in memory. */
	step(): boolean {
		const {block} = this;
		let at = this.at;
		let length = 0;
		for (let scale = 1; ; scale *= 128) {
			if (at >= block.length) return false;
			const byte = block[at++] ?? 0;
			length += (byte & 127) * scale;
			if (byte < 128) break;
		}
		if (at + length > block.length) return false;
		this.at = at + length;
		if (this.map) {
			this.bytes = this.map(block.subarray(at, this.at));
			[this.start, this.end] = [0, this.bytes.length];
		} else {
			this.bytes = block;
			this.start = at;
			this.end = this.at;
		}
		this.prefix = this.readPrefix();
		return true;
	}

	/** Goes to the next record after reading it; false at the end of the run. */
	async refill(): Promise<boolean> {
		do {
			const next = await this.blocks.next();
			const rest = this.block.subarray(this.at);
			if (next.done === true) {
				if (rest.length > 0)
					throw new MillraceError('corrupt', 'a sorted run ends within a record; delete it and run again.');
				return false;
			}
			this.block = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
			this.at = 0;
		} while (!this.step());
		return true;
	}

	/** Whether its record comes before that of another cursor. */
	isBelow(other: RunCursor): boolean {
		if (this.prefix !== other.prefix) return this.prefix < other.prefix;
		return compareBytes(this.bytes, this.start, this.end, other.bytes, other.start, other.end) < 0;
	}

	async close(): Promise<void> {
		await this.blocks.return?.();
	}

	private readPrefix(): number {
		const {bytes, start, end} = this;
		let prefix = 0;
		for (let index = start; index < start + 6; index++)
			prefix = prefix * 256 + (index < end ? (bytes[index] ?? 0) : 0);
		return prefix;
	}
}

const none = new Uint8Array(0);
