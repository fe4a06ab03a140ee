/** The runners that a recipe can train with. */
export const runnerNames = ['probe', 'local'] as const;

export type RunnerName = (typeof runnerNames)[number];
