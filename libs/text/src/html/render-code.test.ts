import test from 'ava';
import {codeLanguage, codeText, fenced, inlineCode} from './render-code.ts';
import {tag} from './html-tags.ts';
import {parseHtml} from './parse-html.ts';

const languages = {
	ts: '<pre><code class="hljs language-ts">x</code></pre>',
	python: '<div class="highlight-python notranslate"><div class="highlight"><pre>x</pre></div></div>',
	js: '<pre class="brush: js notranslate">x</pre>',
	'': '<pre class="language-text">x</pre>',
};

for (const [language, html] of Object.entries(languages)) {
	test(`finds ${language === '' ? 'no language' : language} in ${html}`, (t) => {
		const tree = parseHtml(html);
		t.is(codeLanguage(tree, tree.tags.indexOf(tag('pre'))), language);
	});
}

test('keeps the lines of code, whether they are breaks, blocks or text', (t) => {
	const tree = parseHtml('<pre>\n  a\n<br><div>b</div><div>c</div>  d\n\n</pre>');
	t.is(codeText(tree, 1, new Uint8Array(tree.length)), '  a\n\nb\nc\n  d');
});

test('fences are longer than any in the code', (t) => {
	t.is(fenced('a\n````\nb', 'md'), '`````md\na\n````\nb\n`````');
	t.is(inlineCode('a``b'), '``` a``b ```');
	t.is(inlineCode(' '), '');
});
