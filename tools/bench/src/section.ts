/** What one measurement has to show. */
export interface Section {
	readonly title: string;
	/** What was done, in a sentence or two. */
	readonly about: string;
	readonly headers: readonly string[];
	readonly rows: readonly Row[];
	readonly aims: readonly Aim[];
}

/** Figures, and the command that gave them. */
export interface Row {
	readonly cells: readonly string[];
	readonly command: string;
}

/** A figure that is aimed at. */
export interface Aim {
	readonly name: string;
	readonly target: number;
	/** Whether more or less than the target is good. */
	readonly good: 'least' | 'most';
	readonly unit: string;
	/** Absent where it could not be measured; `why` then says so. */
	readonly measured?: number;
	readonly why?: string;
}
