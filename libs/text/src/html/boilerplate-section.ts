/**
 * What a heading says of its section: `comments` of readers, or `links` that lead elsewhere, or a mere `label` of what
 * follows; undefined for a heading of the text. In English, German, French, Spanish, Italian, Portuguese, Russian and Japanese.
 */
export function boilerplateSection(heading: string): 'comments' | 'links' | 'label' | undefined {
	const text = heading.trim().toLowerCase().slice(0, 100);
	if (comments.test(text)) return 'comments';
	if (links.test(text)) return 'links';
	return labels.test(text) ? 'label' : undefined;
}

const comments =
	/^(?:\d+ )?(?:(?:customer |user )?reviews?|comments?|responses?|leave a (?:comment|reply)|discussion|join the conversation|kommentare?|schreibe einen kommentar|kundenbewertungen|bewertungen|commentaires?|comentarios?|opiniones|avis|commenti|recensioni|комментарии|отзывы|コメント)(?: \(?\d+\)?| for .{1,80})?:?$/u;

const links =
	/^(?:related(?: \p{L}{3,20}){0,2}|you (?:may|might) also (?:like|enjoy)|more (?:from|on|in|stories|articles|to read)\b.{0,60}|read (?:next|more|also)|keep reading|most (?:read|popular)|recommended(?: for you)?|recent posts|latest (?:news|posts|articles)|popular posts|share this.{0,20}|follow us|frequently bought together|customers (?:who|also) .{1,60}|recently viewed.{0,60}|similar (?:threads|products|articles|items)|on this page|in this article|table of contents|contents|navigation|advertisement|sponsored|newsletter|subscribe.{0,40}|about the author|ähnliche (?:artikel|beiträge|produkte)|das könnte (?:sie|dich) auch interessieren|mehr zum thema|kunden kauften auch|neueste beiträge|weiterführende links.{0,100}|teilen(?: mit)?|inhaltsverzeichnis|à lire aussi|articles (?:similaires|liés)|vous aimerez aussi|sur le même sujet|te puede interesar|artículos relacionados|lee también|potrebbe interessarti|articoli correlati|leia também|читайте также|похожие статьи|関連記事|目次):?$/u;

const labels = /^\d+ (?:answers?|replies|antworten|réponses|respuestas|risposte|ответ\p{L}{0,3}|件の回答)$/u;
