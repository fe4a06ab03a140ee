import {painter, type Paint} from './paint.ts';

/** Where a command writes. */
export interface Output {
	/** Whether people look at it. */
	readonly terminal: boolean;
	/** Columns to lay out for. */
	readonly width: number;
	readonly paint: Paint;
	/** Whether somebody still reads. */
	readonly open: boolean;
	/** Writes lines, waiting while the reader is slow. */
	lines(...lines: readonly string[]): Promise<void>;
}

/** Standard output: when its reader goes away, what is written after is discarded in silence. */
export function standardOutput(stream: MaybeTerminal = process.stdout): Output {
	let open = true;
	const paint = painter(stream);
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
		open = false;
	});
	return {
		terminal: stream.isTTY === true,
		get width() {
			return stream.isTTY === true && stream.columns ? stream.columns : columnsAsked(process.env['COLUMNS']);
		},
		paint,
		get open() {
			return open;
		},
		async lines(...lines) {
			if (!open || lines.length === 0) return;
			if (stream.write(lines.map((line) => `${line}\n`).join(''))) return;
			await new Promise<void>((resolve) => {
				const settle = (): void => {
					stream.off('drain', settle).off('error', settle).off('close', settle);
					resolve();
				};
				stream.on('drain', settle).on('error', settle).on('close', settle);
			});
		},
	};
}

type MaybeTerminal = NodeJS.WritableStream & {readonly isTTY?: boolean; readonly columns?: number};

/** Columns for what is no terminal, as COLUMNS says, else 120. */
export function columnsAsked(asked: string | undefined): number {
	const columns = Number(asked);
	return Number.isInteger(columns) && columns >= 20 ? columns : 120;
}
