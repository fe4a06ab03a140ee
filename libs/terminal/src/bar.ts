/** A bar so many columns wide, `share` of it done: `━━━━╸───`. */
export function bar(share: number, width: number): {readonly done: string; readonly left: string} {
	const halves = Math.round(Math.min(1, Math.max(0, share)) * width * 2);
	const done = '━'.repeat(halves >> 1) + (halves % 2 === 1 ? '╸' : '');
	return {done, left: '─'.repeat(width - done.length)};
}
