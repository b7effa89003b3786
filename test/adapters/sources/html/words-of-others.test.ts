import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../adapters/sources/html.ts'
import { makePage, paragraphs, type StoryLanguage, story } from './made-page.ts'

const claim =
  'I know from a sure source that the quay cost nine millions and that the mayor was paid, everybody says so.'
const claims = [claim, `${claim} Ask anyone in the harbour.`, `${claim} It is a shame for the whole coast.`]
const posts = claims.map((text, index) => `<div class="x"><b>Marcel ${index}</b><p>${text}</p></div>`).join('')

/** Whether all of the story and nothing of the others is read. */
function expectStoryAlone(html: string, language: StoryLanguage = 'en', foreign = 'nine millions'): void {
  const { text } = readHtml(html)
  expect(text).not.toContain(foreign)
  for (const line of story[language].lines) expect(text).toContain(line)
}

describe('the words of readers', () => {
  it.each([
    ['id="reactions"', 'fr'],
    ['class="commentaires-liste"', 'fr'],
    ['id="avis"', 'fr'],
    ['class="contributions"', 'fr'],
    ['id="vosTemoignages"', 'fr'],
    ['class="bloc-commentaires"', 'fr'],
    ['id="comments"', 'en'],
    ['class="comment-list"', 'en'],
    ['class="user_reviews"', 'en'],
    ['id="disqus_thread"', 'en'],
    ['class="responses"', 'en'],
    ['aria-label="Comments"', 'en'],
    ['itemscope itemtype="https://schema.org/Comment"', 'en'],
  ] as const)('are known by the name of their block: %s', (name, language) => {
    expectStoryAlone(makePage(`<div ${name}>${posts}</div>`, { language }), language)
    const { title } = story[language]
    expectStoryAlone(
      `<html lang="${language}"><head><title>${title}</title></head><body><div id="content"><div class="texte"><h1>${title}</h1>${paragraphs(language)}</div><section ${name}>${posts}</section></div></body></html>`,
      language,
    )
  })

  it.each([
    ['Vos réactions', 'fr'],
    ['3 commentaires', 'fr'],
    ['Commentaires (12)', 'fr'],
    ['Vos témoignages', 'fr'],
    ['Réagir à cet article', 'fr'],
    ['L’avis des lecteurs', 'fr'],
    ['Réactions', 'fr'],
    ['Comments', 'en'],
    ['14 responses', 'en'],
    ['Join the conversation', 'en'],
    ['Readers’ comments', 'en'],
    ['What our readers say', 'en'],
    ['Have your say', 'en'],
    ['Le forum des lecteurs', 'fr'],
    ['Ils ont réagi', 'fr'],
    ['Comments are closed', 'en'],
  ] as const)('are known by what stands over them: %s', (heading, language) => {
    expectStoryAlone(makePage(`<div class="k"><h3>${heading}</h3>${posts}</div>`, { language }), language)
    expectStoryAlone(makePage(`<h2>${heading}</h2>${posts}`, { language }), language)
    expectStoryAlone(makePage(`<p><strong>${heading}</strong></p>${posts}`, { language }), language)
  })

  it.each([
    '<h2>Réactions</h2><p>Le maire a salué la réouverture et promis neuf millions pour le port.</p><p>Les pêcheurs, eux, demandent une halle.</p>',
    '<div class="comment-ca-marche"><p>Le maire a promis neuf millions pour le port, puis une halle.</p></div>',
    '<h2>Avis de tempête</h2><p>La météo annonce des vents forts et neuf millions de dégâts.</p>',
  ])('are not a part of the article that is called alike: %s', (more) => {
    expect(readHtml(makePage(more, { language: 'fr' })).text).toContain('neuf millions')
  })

  it('are not the article of a page whose body bears their name', () => {
    const html = makePage('')
      .replace('<body>', '<body class="comments-open"><div class="comments">')
      .replace('</body>', '</div></body>')
    expectStoryAlone(html)
  })
})

describe('lists of other stories', () => {
  const links = ['Budget talks fail', 'Tram line opens', 'Pool closes']
    .map(
      (title) =>
        `<li><a href="/x">${title}</a> <p>Nobody paid the nine millions for it, said the mayor of Varn.</p></li>`,
    )
    .join('')
  it.each([
    ['<aside class="most-read"><h3>x</h3><ul>', '</ul></aside>', 'en'],
    ['<div class="les-plus-lus"><ol>', '</ol></div>', 'fr'],
    ['<div><h3>Most read</h3><ol>', '</ol></div>', 'en'],
    ['<h3>Les plus lus</h3><ul>', '</ul>', 'fr'],
    ['<div><h4>À lire aussi</h4><ul>', '</ul></div>', 'fr'],
    ['<section><p>Related stories</p><ul>', '</ul></section>', 'en'],
    ['<div><span>More from the coast</span><ul>', '</ul></div>', 'en'],
    ['<div><h3>Dans la même rubrique</h3><ul>', '</ul></div>', 'fr'],
  ] as const)('are no article: %s', (open, close, language) => {
    expectStoryAlone(makePage(`${open}${links}${close}`, { language }), language)
    expectStoryAlone(makePage('', { language, before: `${open}${links}${close}` }), language)
  })

  it('stand between two paragraphs as well', () => {
    const half =
      '<p>The fishermen will come back to Ostrel in May, when the cold store is repaired, said Ilse Brandt.</p>'
    const html = makePage(`<div class="related"><h3>Read also</h3><ul>${links}</ul></div>${half}`)
    expectStoryAlone(html)
    expect(readHtml(html).text).toContain('The fishermen will come back')
  })
})

describe('a second story', () => {
  const other =
    '<p>The mayor of Varn took nine millions from the fund of the schools, the auditors said on Friday.</p><p>He had nine millions in his cellar, according to their report, and has left the town for good.</p>'
  it.each([
    [
      'an article of its own',
      `</article><article><h2>Mayor of Varn takes the money</h2>${other}</article><article hidden>`,
      'en',
    ],
    [
      'a heading of the first rank',
      `</article><div class="s"><h1>Mayor of Varn takes the money</h1><p class="byline">By Ora Penn</p>${other}</div><article hidden>`,
      'en',
    ],
    ['a byline of its own', `<hr><h2>Le maire de Varn prend l’argent</h2><p>Par Ora Penn</p>${other}`, 'fr'],
    ['a link in its heading', `<div><h3><a href="/varn">Mayor of Varn takes the money</a></h3>${other}</div>`, 'en'],
    [
      'a heading as large as the headline and nothing in common',
      `<hr><h1>Mayor of Varn takes the money</h1>${other}`,
      'en',
    ],
    [
      'a block of its own kind',
      `</article><div class="post"></div><div class="post"><h1>Le maire de Varn prend l’argent</h1>${other}</div><article hidden>`,
      'fr',
    ],
    [
      'a teaser in the middle of nothing',
      `<section><h2><a href="https://x.example/varn">Le maire de Varn</a></h2>${other}</section>`,
      'fr',
    ],
  ] as const)('under the first is not read: %s', (_, more, language) => {
    expectStoryAlone(makePage(more, { language }), language)
  })

  it('is no section of the article, whatever the rank of its heading', () => {
    const sections =
      '<h1>The repairs</h1><p>Divers checked nine piles of the quay of Ostrel within a week of good weather.</p><section><h2>The money</h2><p>The town pays nine tenths of the costs, and the state the rest of them.</p></section>'
    const { text } = readHtml(makePage(sections))
    expect(text).toContain('nine piles')
    expect(text).toContain('nine tenths')
  })

  it('is no entry of a page that is written on', () => {
    const entry = (time: string, line: string) =>
      `<div class="entry"><h2>${time}</h2><p>By Ora Penn</p><p>${line}</p></div>`
    const html = makePage(
      `<div class="liveblog">${entry('10:40', 'The first boats of the morning have reached the quay, the harbour office says.')}${entry('11:15', 'Divers are still in the water below the northern pier, says the harbour master.')}</div>`,
    )
    expect(readHtml(html).text).toContain('Divers are still in the water')
  })
})
