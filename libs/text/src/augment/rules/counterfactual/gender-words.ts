/**
 * Words of one gender with those of the other, both ways. Pronouns that hang on their sentence are not here.
 */
export const genderWords: ReadonlyMap<string, string> = bothWays(
	'he she|himself herself|man woman|men women|boy girl|boys girls|guy gal|guys gals|gentleman lady|gentlemen ladies|father mother|fathers mothers|dad mum|dads mums|daddy mummy|son daughter|sons daughters|brother sister|brothers sisters|husband wife|husbands wives|boyfriend girlfriend|boyfriends girlfriends|uncle aunt|uncles aunts|nephew niece|nephews nieces|grandfather grandmother|grandfathers grandmothers|grandpa grandma|grandson granddaughter|grandsons granddaughters|stepfather stepmother|stepson stepdaughter|fiancé fiancée|widower widow|groom bride|king queen|prince princess|sir madam|male female|males females|actor actress|actors actresses|waiter waitress|waiters waitresses|landlord landlady|businessman businesswoman|businessmen businesswomen|salesman saleswoman|policeman policewoman|chairman chairwoman|spokesman spokeswoman|paternity maternity|paternal maternal|fatherhood motherhood|masculine feminine',
);

/** Titles and given names, written large; names that are words or of both genders are left out. */
export const genderNames: ReadonlyMap<string, string> = new Map([
	...bothWays(
		'Mr Ms|Sir Madam|James Mary|John Patricia|Robert Jennifer|Michael Linda|David Elizabeth|William Barbara|Richard Susan|Joseph Jessica|Thomas Sarah|Charles Karen|Christopher Nancy|Daniel Lisa|Matthew Betty|Anthony Margaret|Steven Sandra|Paul Ashley|Andrew Kimberly|Joshua Emily|Kenneth Donna|Kevin Michelle|Brian Carol|George Amanda|Edward Melissa|Ronald Deborah|Timothy Stephanie|Jason Rebecca|Jeffrey Laura|Ryan Sharon|Jacob Cynthia|Gary Kathleen|Nicholas Amy|Eric Angela|Jonathan Shirley|Stephen Anna|Larry Brenda|Justin Pamela|Scott Emma|Brandon Nicole|Benjamin Helen|Samuel Samantha|Gregory Katherine|Alexander Christine|Peter Julia|Ahmed Fatima|Mohammed Aisha|Omar Leila|Wei Mei|Raj Priya|Carlos Maria|Luis Ana|Juan Sofia|Pierre Marie|Hans Ingrid|Ivan Olga',
	),
	['Mrs', 'Mr'],
	['Miss', 'Mr'],
]);

/** What only one gender is or has, as such texts mean it: swapped, they would say what cannot be. */
export const boundToGender =
	/\b(?:pregnan\w*|breastfe\w*|menstrua\w*|menopaus\w*|ovar(?:y|ies|ian)|uterus|miscarriage|midwi\w+|obstetric\w*|prostate|testic\w*|vasectomy|penis|vagina\w*|beards?|moustaches?)\b/i;

function bothWays(pairs: string): ReadonlyMap<string, string> {
	return new Map(
		pairs.split('|').flatMap((pair): [string, string][] => {
			const [one = '', other = ''] = pair.split(' ');
			return [
				[one, other],
				[other, one],
			];
		}),
	);
}
