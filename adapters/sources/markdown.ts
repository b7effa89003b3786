import { fromMarkdown } from 'mdast-util-from-markdown'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Range } from '../../src/types.ts'
import { UnreadableError } from './decode.ts'
import type { Extracted } from './extracted.ts'
import { describeFault, type SourceFacts, writtenFacts } from './facts.ts'
import { cutUnseen } from './markdown-unseen.ts'

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u

// Other fields (tags, author, layout) belong to the site generators that wrote them.
const frontMatter = writtenFacts
  .extend({ date: z.unknown(), lang: z.unknown(), source: z.unknown(), link: z.unknown() })
  .partial()

/**
 * Reads Markdown. The text is the file unchanged but for what no reader sees in a sentence (struck out, hidden by its tag,
 * marks of notes), which is cut out; front matter, images, comments, fenced code, link definitions and the
 * tags of HTML blocks are skipped (heading markers are found by the core's reader). Throws UnreadableError when the
 * front matter is broken.
 */
export function readMarkdown(written: string): Extracted {
  const text = cutUnseen(written)
  const front = FRONT_MATTER.exec(text)
  const start = front?.[0].length ?? 0
  const skip = start > 0 ? [{ start: 0, end: start }] : []
  return {
    text,
    facts: front ? readFrontMatter(front[1] ?? '') : {},
    // Blank lines in place of the front matter leave every offset where it is in the file.
    skip: [...skip, ...skippedNodes(text, `${text.slice(0, start).replace(/[^\n\r]/gu, ' ')}${text.slice(start)}`)],
  }
}

function readFrontMatter(yaml: string): SourceFacts {
  const parsed = parseYaml(yaml)
  const result = frontMatter.safeParse(parsed ?? {})
  if (!result.success) throw new UnreadableError(`front matter: ${describeFault(result.error)}`)
  const { date, lang, source, link, ...facts } = result.data
  const alias = writtenFacts.safeParse({
    published: text(date),
    language: text(lang),
    outlet: text(source),
    url: text(link),
  })
  if (!alias.success) throw new UnreadableError(`front matter: ${describeFault(alias.error)}`)
  return {
    ...facts,
    published: facts.published ?? alias.data.published,
    language: facts.language ?? alias.data.language,
    outlet: facts.outlet ?? alias.data.outlet,
    url: facts.url ?? alias.data.url,
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml)
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown fault'
    throw new UnreadableError(`front matter is not valid YAML: ${reason.replace(/:$/u, '')}`)
  }
}

type MarkdownNode = ReturnType<typeof fromMarkdown>['children'][number]

function skippedNodes(text: string, blanked: string): readonly Range[] {
  const skip: Range[] = []
  const visit = (node: MarkdownNode, isBlock: boolean): void => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    const slice = text.slice(start, end)
    const isFence = node.type === 'code' && /^(?:```|~~~)/u.test(slice)
    if (isFence || ['image', 'imageReference', 'definition', 'thematicBreak'].includes(node.type))
      skip.push({ start, end })
    if (node.type === 'html') skip.push(...skippedHtml(slice, isBlock).map((range) => shift(range, start)))
    if ('children' in node) {
      const holdsBlocks = ['blockquote', 'list', 'listItem'].includes(node.type)
      for (const child of node.children) visit(child, holdsBlocks)
    }
  }
  for (const node of fromMarkdown(blanked).children) visit(node, true)
  return skip
}

/** Comments, scripts and styles; of a block also its tags, while the words between them stay. */
function skippedHtml(html: string, isBlock: boolean): readonly Range[] {
  const hidden = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/giu
  const tags = isBlock ? html.matchAll(/<[!/a-z][^>]*>/giu) : []
  return [...html.matchAll(hidden), ...tags].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by }
}
