import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {declaredPipeline} from '@millrace/core';
import {
	defaultExport,
	findPipeline,
	loadModule,
	shownPath,
	UsageError,
	type Setting,
} from '@millrace/terminal';
import {isRecipe, withSettings, type Recipe} from '@millrace/training';

/** A recipe, and the folder of the dataset that it trains on. */
export interface LoadedRecipe {
	readonly recipe: Recipe;
	/** Folder of the dataset. */
	readonly folder: string;
	/** The pipeline's name, or the path that was given. */
	readonly named: string;
}

/** Loads the `recipe.ts` beside a pipeline and changes what `set` says. Throws a `usage` error where there is none, or no recipe in it. */
export async function loadRecipe(
	named: string,
	{set = [], data}: {readonly set?: readonly Setting[]; readonly data?: string},
): Promise<LoadedRecipe> {
	const {path, name, root} = await findPipeline(named);
	const module = join(dirname(path), 'recipe.ts');
	const where = shownPath(module);
	if (!existsSync(module))
		throw new UsageError(
			`${where}: expected a recipe beside ${shownPath(path)}, found no such file; declare one with recipe({...}) of @millrace/training as its default export.`,
		);
	const exported = defaultExport(await loadModule(module));
	if (!isRecipe(exported))
		throw new UsageError(
			`${where}: expected recipe({...}) of @millrace/training as the default export, found ${exported === undefined ? 'none' : typeof exported}; write export default recipe({...}).`,
		);
	const folder = join(data ?? join(root, 'data'), name ?? (await nameOf(path)));
	return {recipe: withSettings(exported, set), folder, named: name ?? named};
}

/** The name of a pipeline that stands elsewhere, which its module alone knows. */
async function nameOf(path: string): Promise<string> {
	return declaredPipeline(shownPath(path), defaultExport(await loadModule(path)), {}).name;
}
