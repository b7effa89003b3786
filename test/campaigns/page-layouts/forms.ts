/** Layouts in which the text itself has a form of its own: tickers, galleries, lists, print, marks within words. */
import { footer, header, links, page, paragraph, paragraphs, posts, say, teasers, withInTheMiddle } from './parts.ts'
import type { Story } from './stories.ts'

const clock = (index: number): string =>
  `${String(9 + index).padStart(2, '0')}:${String((index * 17) % 60).padStart(2, '0')}`

export const formLayouts: Readonly<Record<string, (story: Story) => string>> = {
  liveblog: (story) =>
    page(
      story,
      `${header(story)}<main class="liveblog"><h1>${story.title}</h1>${story.paragraphs
        .map(
          (sentences, index) =>
            `<article class="live-post"><time>${clock(index)}</time><h2>${story.heads[index % story.heads.length]}</h2><p>${paragraph(sentences)}</p></article>`,
        )
        .join('')}</main>${footer(story)}`,
    ),
  ticker: (story) =>
    page(
      story,
      `<div id="ticker"><h1>${story.title}</h1><ul class="entries">${story.paragraphs
        .map((sentences, index) => `<li><span class="t">${clock(index)}</span> <p>${paragraph(sentences)}</p></li>`)
        .join('')}</ul></div><div class="plus-lus most-read">${links(story)}</div>`,
    ),
  gallery: (story) =>
    page(
      story,
      `<article class="gallery"><h1>${story.title}</h1>${story.paragraphs
        .map(
          (sentences, index) =>
            `<figure><img src="${index}.jpg" alt="x"><figcaption>${paragraph(sentences)}</figcaption></figure>`,
        )
        .join('')}</article>`,
    ),
  amp: (story) =>
    page(
      story,
      `<amp-sidebar id="s" hidden><ul><li>${story.teaser()}</li></ul></amp-sidebar><div class="amp-wp-article"><h1 class="amp-wp-title">${story.title}</h1><div class="amp-wp-article-content">${withInTheMiddle(story, '<amp-ad width="300" height="250"><div placeholder>Ad</div></amp-ad>')}</div></div><amp-consent><p>${story.other()}</p></amp-consent>`,
      {
        head: '<style amp-boilerplate>body{-webkit-animation:-amp-start 8s steps(1,end) 0s 1 normal both;visibility:hidden}@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style><noscript><style amp-boilerplate>body{visibility:visible}</style></noscript>',
      },
    ),
  print: (story) =>
    page(
      story,
      `<font size="5"><b>${story.title}</b></font><br><font size="2">${story.author}, ${story.day}</font><br><br>${story.paragraphs.map(paragraph).join('<br><br>\n')}<br><br><font size="1">${say(story, 'Printed from', 'Imprimé depuis')} ${story.site}</font>`,
    ),
  directions: (story) =>
    page(
      story,
      `<article dir="ltr"><h1>${story.title}</h1>${story.paragraphs.map((sentences) => `<p>\u200f${paragraph(sentences).replaceAll(' ', '\u200e ')}\u202c</p>`).join('')}</article>`,
    ),
  hyphens: (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${paragraphs(story).replace(/(\p{L}{4})(\p{L}{3})/gu, '$1&shy;$2')}</article>`,
    ),
  ligatures: (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${paragraphs(story).replaceAll('ffi', 'ﬃ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ')}</article>`,
    ),
  'marked-words': (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${paragraphs(story)
        .replace(/(\d+)/gu, '<span aria-hidden="true"><b>$1</b></span>')
        .replace(/(Tuesday|mardi)/u, '<button>$1</button>')
        .replace(/(January|janvier)/u, '<a href="/j">$1</a>')}</article>`,
    ),
  'two-parts': (story) => {
    const half = Math.ceil(story.paragraphs.length / 3)
    const part = (from: number, to?: number) =>
      story.paragraphs
        .slice(from, to)
        .map((sentences) => `<p class="par">${paragraph(sentences)}</p>`)
        .join('')
    return page(
      story,
      `<main><section class="row"><div class="col"><h1>${story.title}</h1><div class="story-text">${part(0, half)}</div></div></section><section class="row ad"><div class="ad-slot">${say(story, 'Advertisement', 'Publicité')}</div></section><section class="row"><div class="col"><div class="col2"><div class="story-text">${part(half)}</div></div></div></section></main>`,
    )
  },
  interview: (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${story.paragraphs.map((sentences, index) => `${index % 2 === 0 ? `<p><strong>${story.heads[index % story.heads.length]}${say(story, '', ' ')}?</strong></p>` : ''}<p>${paragraph(sentences)}</p>`).join('')}<p class="tags">${story.teaser()}</p></article>`,
    ),
  'numbered-list': (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1><ol reversed>${story.paragraphs.map((sentences) => `<li><h2>${story.heads[0]}</h2><p>${paragraph(sentences)}</p></li>`).join('')}</ol></article><div id="taboola-below">${teasers(story)}</div>`,
    ),
  longread: (story) =>
    page(
      story,
      `<article><header><h1>${story.title}</h1></header>${story.paragraphs.map((sentences, index) => `<section class="part-${index}"><div class="inner"><p>${paragraph(sentences)}</p></div></section>`).join('')}<footer><p>${story.other()}</p></footer></article>`,
    ),
  xhtml: (story) =>
    `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="${story.language}" lang="${story.language}"><head><title>${story.title}</title><script type="text/javascript">//<![CDATA[\nvar a = "<p>no</p>";\n//]]></script></head><body><div id="text"><h1>${story.title}</h1><![CDATA[${paragraphs(story)}]]></div></body></html>`,
  blocks: (story) =>
    page(
      story,
      `<div class="content"><h1>${story.title}</h1>${paragraphs(story, '<div class="paragraph"><span>', '</span></div>')}</div><div class="reactions">${posts(story, '<div class="reaction">', '</div>')}</div>`,
    ),
}
