/** Layouts that say little of what is what: short stories among many teasers, flat pages, names that mean nothing. */
import { footer, header, links, page, paragraph, paragraphs, posts, say, teasers } from './parts.ts'
import type { Story } from './stories.ts'

const several = (story: Story, count: number, open = '<p>', close = '</p>'): string =>
  Array.from({ length: count }, () => `${open}${story.other()}</p>`.replace('</p>', close)).join('')

export const roughLayouts: Readonly<Record<string, (story: Story) => string>> = {
  flat: (story) =>
    page(
      story,
      `<h1>${story.title}</h1><p>${say(story, 'By', 'Par')} ${story.author}</p>${paragraphs(story)}<h2>${say(story, 'Related articles', 'Sur le même sujet')}</h2>${links(story)}<h2>${say(story, '3 comments', '3 commentaires')}</h2>${posts(story, '<div>', '</div>', 3)}`,
    ),
  'wide-column': (story) =>
    page(
      story,
      `<div class="l"><h1>${story.title}</h1>${paragraphs(story)}</div><div class="r"><h2>${say(story, 'More from the coast', 'À lire aussi')}</h2>${teasers(story, 9)}</div>`,
    ),
  'comments-longer': (story) =>
    page(
      story,
      `<div id="main"><div id="text"><h1>${story.title}</h1>${paragraphs(story)}</div><div id="${say(story, 'discussion', 'avis')}"><p>${say(story, 'Discussion', 'Vos avis')} (14)</p>${posts(story, '<div class="m">', '</div>', 14)}</div></div>`,
    ),
  speakers: (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1><dl>${story.paragraphs.map((sentences, index) => `<dt>${index % 2 ? story.author : story.site}</dt><dd>${paragraph(sentences)}</dd>`).join('')}</dl></article>${footer(story)}`,
    ),
  folded: (story) =>
    page(
      story,
      `<main><h1>${story.title}</h1>${story.paragraphs.map((sentences, index) => `<details><summary>${story.heads[index % story.heads.length]}</summary><p>${paragraph(sentences)}</p></details>`).join('')}</main>`,
    ),
  'custom-elements': (story) =>
    page(
      story,
      `<app-root><app-header>${links(story)}</app-header><app-story><h1>${story.title}</h1>${paragraphs(story, '<story-paragraph>', '</story-paragraph>')}</app-story><app-recommendations class="recommendations">${teasers(story)}</app-recommendations></app-root>`,
    ),
  'bare-text': (story) =>
    page(
      story,
      `<div><h1>${story.title}</h1>${story.paragraphs.map(paragraph).join('<br>\n<br>\n')}</div><div class="ad">${story.other()}</div>`,
    ),
  'nested-tables': (story) =>
    page(
      story,
      `<table width="100%"><tr><td colspan="2"><table><tr><td>${story.site}</td><td>${story.day}</td></tr></table></td></tr><tr><td>${links(story, 6)}</td><td><table>${story.paragraphs.map((sentences) => `<tr><td><p>${paragraph(sentences)}</p></td></tr>`).join('')}</table></td></tr></table>`,
    ),
  'no-paragraphs': (story) =>
    page(story, `${header(story)}<pre>${story.title}\n\n${story.paragraphs.map(paragraph).join('\n\n')}</pre>`),
  'promotions-between': (story) =>
    page(
      story,
      `<div class="story"><h1>${story.title}</h1>${story.paragraphs
        .map(
          (sentences, index) =>
            `<p>${paragraph(sentences)}</p>${index % 2 === 1 ? `<div class="promo">${several(story, 1)}</div><p><strong>${say(story, 'Read also:', 'Lire aussi :')} <a href="/x">${story.teaser()}</a></strong></p>` : ''}`,
        )
        .join('')}</div>`,
    ),
}
