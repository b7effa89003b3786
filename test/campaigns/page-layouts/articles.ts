/** Layouts in which the article is one block, with bylines, boxes and comments around it. */
import {
  footer,
  header,
  links,
  page,
  paragraph,
  paragraphs,
  posts,
  say,
  sections,
  teasers,
  withInTheMiddle,
} from './parts.ts'
import type { Story } from './stories.ts'

export const articleLayouts: Readonly<Record<string, (story: Story) => string>> = {
  classic: (story) =>
    page(
      story,
      `${header(story)}<main><article><h1>${story.title}</h1><p class="byline">${say(story, 'By', 'Par')} ${story.author}</p>${sections(story)}</article><aside class="sidebar"><h2>${say(story, 'Most read', 'Les plus lus')}</h2>${links(story)}</aside></main>${footer(story)}`,
    ),
  'byline-above': (story) =>
    page(
      story,
      `${header(story)}<div class="wrap"><div class="meta"><time datetime="${story.day}">${story.day}</time> <a rel="author" href="/w">${story.author}</a></div><h1>${story.title}</h1><div class="share-bar"><a href="#">Facebook</a><a href="#">WhatsApp</a></div><div class="body">${withInTheMiddle(story, `<div class="related-box"><h4>${say(story, 'Read also', 'À lire aussi')}</h4>${links(story, 2)}</div>`)}</div></div>${footer(story)}`,
    ),
  'blog-engine': (story) =>
    page(
      story,
      `<div id="page" class="hfeed site comments-open"><div id="primary"><article id="post-7" class="post-7 post hentry"><h1 class="entry-title">${story.title}</h1><div class="entry-meta">${say(story, 'Posted by', 'Publié par')} ${story.author}</div><div class="entry-content">${paragraphs(story)}<div class="sharedaddy sd-sharing-enabled"><h3>${say(story, 'Share this:', 'Partager :')}</h3><ul><li><a href="#">X</a></li></ul></div></div></article><div id="comments" class="comments-area"><h2 class="comments-title">4 ${say(story, 'thoughts on', 'réflexions sur')} “${story.title}”</h2><ol class="comment-list">${posts(story, '<li class="comment"><div class="comment-body">', '</div></li>')}</ol></div></div><div id="secondary">${links(story)}</div></div>`,
    ),
  'server-form': (story) =>
    page(
      story,
      `<form method="post" action="./a.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="x"><table width="980"><tr><td width="180">${links(story)}</td><td><h1>${story.title}</h1>${paragraphs(story)}</td></tr></table></form>`,
    ),
  'unnamed-comments': (story) =>
    page(
      story,
      `<div class="c1"><div class="c2"><h1>${story.title}</h1>${paragraphs(story)}<h3>${say(story, 'Your comments', 'Vos réactions')}</h3>${posts(story, '<div class="c7">', '</div>')}</div></div>`,
    ),
  'comments-inside': (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${paragraphs(story)}<section aria-label="${say(story, 'Comments', 'Commentaires')}">${posts(story, '<article>', '</article>')}</section></article>`,
    ),
  microdata: (story) =>
    page(
      story,
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${story.title}</h1><span itemprop="author">${story.author}</span><div itemprop="articleBody">${paragraphs(story)}</div><div class="author-bio"><img src="x"><p>${story.other()}</p></div></div><div class="c">${teasers(story)}</div>`,
    ),
  hashed: (story) =>
    page(
      story,
      `<div class="sc-a1b2"><div class="sc-c3d4"><h1 class="css-9zz">${story.title}</h1></div><div class="sc-e5f6">${story.paragraphs
        .map(
          (sentences, index) =>
            `<div class="css-${index % 2 ? 'x1' : 'x2'}"><p class="css-1abc">${paragraph(sentences)}</p></div>`,
        )
        .join(
          '',
        )}</div><div class="sc-g7"><h4 class="css-t">${say(story, 'Most popular', 'Les plus lus')}</h4>${teasers(story)}</div></div>`,
    ),
  'newsletter-inside': (story) =>
    page(
      story,
      `${header(story)}<article><h1>${story.title}</h1>${withInTheMiddle(story, `<form class="newsletter-signup"><p>${story.other()}</p><input type="email"><button>OK</button></form><div class="ad-slot">${story.other()}</div>`)}</article>`,
    ),
  'list-inside': (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${withInTheMiddle(story, `<div class="float-left"><p><strong>${say(story, 'Most read', 'Les plus lus')}</strong></p>${links(story)}</div>`)}</article>`,
    ),
  'cookie-banner': (story) =>
    page(
      story,
      `<div id="cookie-consent"><p>${story.other()}</p><button>OK</button></div><div class="modal" aria-hidden="true"><p>${story.other()}</p></div><article><h1>${story.title}</h1>${paragraphs(story)}</article>`,
    ),
  'hidden-copies': (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1><p class="teaser-only">${story.other()}</p>${withInTheMiddle(story, `<p style="display:none">${story.other()}</p><p class="sr-only">${story.other()}</p>`)}<p hidden>${story.other()}</p></article>`,
      { head: '<style>.teaser-only{display:none} article{color:#222}</style>' },
    ),
  'site-as-headline': (story) =>
    page(
      story,
      `<h1><a href="/">${story.site}</a></h1><div class="post"><h2>${story.title}</h2>${paragraphs(story)}</div><div class="post-navigation">${links(story, 2)}</div>`,
    ),
  'endless-page': (story) =>
    page(
      story,
      `<article class="story"><h1>${story.title}</h1><p>${say(story, 'By', 'Par')} ${story.author}</p>${paragraphs(story)}</article><article class="story"><h1>${story.teaser()}</h1><p>${say(story, 'By', 'Par')} Ora Penn</p>${Array.from({ length: 5 }, () => `<p>${story.other()}</p>`).join('')}</article>`,
    ),
  'paywall-stub': (story) =>
    page(
      story,
      `<article><h1>${story.title}</h1>${paragraphs(story)}</article><div class="paywall"><h2>${say(story, 'Subscribe to read on', 'Abonnez-vous pour lire la suite')}</h2><p>${story.other()}</p></div>`,
    ),
}
