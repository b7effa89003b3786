/** What pages of all layouts are made of. */
import type { Story } from './stories.ts'

export const say = (story: Story, english: string, french: string): string =>
  story.language === 'fr' ? french : english

export const paragraph = (sentences: readonly string[]): string => sentences.join(' ')

/** @param open with the attributes that the layout gives it. */
export const paragraphs = (story: Story, open = '<p>', close = '</p>'): string =>
  story.paragraphs.map((sentences) => `${open}${paragraph(sentences)}${close}`).join('\n')

/** Paragraphs with a heading before every third one. */
export const sections = (story: Story, name = 'h2'): string =>
  story.paragraphs
    .map((sentences, index) => {
      const head =
        index > 0 && index % 3 === 0 ? `<${name}>${story.heads[(index / 3) % story.heads.length]}</${name}>` : ''
      return `${head}<p>${paragraph(sentences)}</p>`
    })
    .join('\n')

/** Puts something behind the paragraph in the middle. */
export const withInTheMiddle = (story: Story, middle: string, open = '<p>', close = '</p>'): string => {
  const half = Math.ceil(story.paragraphs.length / 2)
  const part = (from: number, to?: number) =>
    story.paragraphs
      .slice(from, to)
      .map((sentences) => `${open}${paragraph(sentences)}${close}`)
      .join('\n')
  return `${part(0, half)}${middle}${part(half)}`
}

type Page = { readonly head?: string; readonly titled?: string }

export const page = (
  story: Story,
  body: string,
  { head = '', titled = `${story.title} | ${story.site}` }: Page = {},
): string =>
  `<!doctype html><html lang="${story.language}"><head><meta charset="utf-8"><title>${titled}</title>${head}</head><body>${body}</body></html>`

export const header = (story: Story): string =>
  `<header class="site"><a href="/">${story.site}</a><nav><ul><li><a href="/a">${say(story, 'News', 'Actualités')}</a></li><li><a href="/b">Sport</a></li></ul></nav></header>`

export const footer = (story: Story): string =>
  `<footer><p>${say(story, 'All rights reserved.', 'Tous droits réservés.')} <a href="/legal">${say(story, 'Legal notice', 'Mentions légales')}</a></p></footer>`

export const links = (story: Story, count = 4): string =>
  `<ul>${Array.from({ length: count }, () => `<li><a href="/s">${story.teaser()}</a></li>`).join('')}</ul>`

/** Titles of other stories with their first words. */
export const teasers = (story: Story, count = 3): string =>
  Array.from(
    { length: count },
    () => `<div class="card"><h3><a href="/t">${story.teaser()}</a></h3><p>${story.other()}</p></div>`,
  ).join('')

export const posts = (story: Story, open: string, close: string, count = 4): string =>
  Array.from({ length: count }, (_, index) => `${open}<b>Marcel${index}</b><p>${story.other()}</p>${close}`).join('')
