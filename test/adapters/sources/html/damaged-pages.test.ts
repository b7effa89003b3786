import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../adapters/sources/html.ts'
import { makePage, paragraphs, type StoryLanguage, story } from './made-page.ts'

const languages = ['en', 'fr'] as const
function expectWhole(html: string, language: StoryLanguage): void {
  const { text, facts, note } = readHtml(html)
  for (const line of story[language].lines) expect(text).toContain(line)
  expect(facts.title).toBe(story[language].title)
  expect(note).toBeUndefined()
}

describe.each(languages)('a page that is not as it should be (%s)', (language) => {
  const { title } = story[language]
  const head = `<head><meta charset="utf-8"><title>${title}</title></head>`
  const words = `<h1>${title}</h1>${paragraphs(language)}`
  it.each([
    [
      'all of it in a form',
      `<!doctype html><html lang="${language}">${head}<body><form id="aspnet" method="post"><input type="hidden" value="x"><div>${words}</div></form></body></html>`,
    ],
    ['words before html', `${words}<html lang="${language}">${head}<body><p></p></body></html>`],
    ['words behind html', `<html lang="${language}">${head}<body></body></html>${words}`],
    ['words in the head', `<html lang="${language}"><head><title>${title}</title>${words}</head></html>`],
    [
      'two bodies',
      `<html lang="${language}">${head}<body><h1>${title}</h1></body><body>${paragraphs(language)}</body></html>`,
    ],
    ['no doctype, no html and no body', `<title>${title}</title>${words}`],
    [
      'words in CDATA',
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="${language}">${head}<body><div><![CDATA[${words}]]></div></body></html>`,
    ],
    [
      'an upper-case writing',
      `<HTML LANG="${language}"><HEAD><TITLE>${title}</TITLE></HEAD><BODY><H1>${title}</H1>${paragraphs(language).replaceAll('p>', 'P>')}</BODY></HTML>`,
    ],
    ['no end', `<html lang="${language}">${head}<body><article>${words.slice(0, -4)}`],
    [
      'all of it in a table',
      `<html lang="${language}">${head}<body><table width="100%"><tr><td width="150">Menu</td><td>${words}</td></tr></table></body></html>`,
    ],
    [
      'lines parted by br',
      `<html lang="${language}">${head}<body><div><h1>${title}</h1>${story[language].lines.join('<br><br>')}</div></body></html>`,
    ],
  ])('is read whole: %s', (_, html) => {
    expectWhole(html, language)
  })

  it('is read in both of its parts', () => {
    const part = (lines: readonly string[], open: string, close: string) =>
      `<section class="row"><div class="col">${open}<div class="text">${lines.map((line) => `<p class="par">${line}</p>`).join('')}</div>${close}</div></section>`
    const second = Array.from({ length: 5 }, (_, index) => `${story[language].lines[index % 3]} (${index})`)
    const between = '<section class="row ad"><div class="ad-slot">Advertisement</div></section>'
    const html = `<html lang="${language}">${head}<body><main>${part(story[language].lines, `<h1>${title}</h1>`, '')}${between}${part(second, '<div class="col2">', '</div>')}</main></body></html>`
    expectWhole(html, language)
    expect(readHtml(html).text.split('\n')).toHaveLength(8)
  })
})

it('says when much less than the prose of a page was kept', () => {
  const others = Array.from(
    { length: 8 },
    (_, index) =>
      `<aside><div class="z${index}"><p>Village number ${index} has a fair of its own in summer, to which many come from the other coast.</p></div></aside>`,
  ).join('')
  expect(readHtml(makePage('').replace('</body>', `${others}</body>`)).note).toMatch(
    /^only \d+ % of the prose on the page/,
  )
  expect(readHtml(makePage('')).note).toBeUndefined()
})
