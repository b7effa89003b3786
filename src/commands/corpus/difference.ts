/** `diff REV REV`: what one revision has that another has not, article by article. */
import { diffWordsWithSpace } from 'diff'
import { createColors } from 'picocolors'
import { toPrintable, toPrintableLine } from '../../../adapters/terminal/printable.ts'
import { UserError } from '../../errors.ts'
import type { IndexedArticle, PassageIndex } from '../../ports/passage-index.ts'
import type { Parts } from '../parts.ts'

type Change = { readonly before: IndexedArticle; readonly after: IndexedArticle }

export type CorpusDifference = {
  readonly from: number
  readonly to: number
  readonly added: readonly IndexedArticle[]
  readonly removed: readonly IndexedArticle[]
  /** Other words. */
  readonly changed: readonly Change[]
  /** The same words, other facts. */
  readonly described: readonly Change[]
}

/** Words shown around a difference. */
const around = 8
/** A text this long is compared line by line elsewhere: word by word it takes seconds. UTF-16 units. */
const longestCompared = 200_000

export async function runDifference(
  parts: Parts,
  from: number,
  to: number,
  { json = false }: { readonly json?: boolean },
): Promise<void> {
  if (!parts.hasCorpus()) throw new UserError('there is no revision yet: run "sourcier index"')
  const { index } = await parts.corpus()
  const difference = await compareRevisions(index, from, to)
  const { print, colours } = parts.output
  if (json) return await print(JSON.stringify(difference, undefined, 2))
  const { added, removed, changed, described } = difference
  const counts = [
    [added.length, 'added'],
    [removed.length, 'removed'],
    [changed.length, 'changed'],
    [described.length, 'described anew'],
  ] as const
  const said = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(', ')
  await print(`Revision ${from} → ${to}: ${said === '' ? 'no difference' : said}.`)
  for (const { id, path } of added) await print(toPrintableLine(`+ ${id}  ${path}`))
  for (const { id, path } of removed) await print(toPrintableLine(`- ${id}  ${path}`))
  for (const { after } of described) await print(toPrintableLine(`= ${after.id}  ${after.path}`))
  for (const { before, after } of changed) {
    await print(toPrintableLine(`~ ${after.id}@${before.version} → @${after.version}  ${after.path}`))
    for (const line of await describeWords(index, { before, after }, colours)) await print(line)
  }
}

/** @throws UserError when there is no such revision. */
export async function compareRevisions(index: PassageIndex, from: number, to: number): Promise<CorpusDifference> {
  const before = await articlesAt(index, from)
  const after = await articlesAt(index, to)
  const pairs = [...after.values()].flatMap((article): readonly Change[] => {
    const earlier = before.get(article.id)
    return earlier === undefined ? [] : [{ before: earlier, after: article }]
  })
  return {
    from,
    to,
    added: [...after.values()].filter(({ id }) => !before.has(id)),
    removed: [...before.values()].filter(({ id }) => !after.has(id)),
    changed: pairs.filter((pair) => pair.before.version !== pair.after.version),
    described: pairs.filter(
      (pair) =>
        pair.before.version === pair.after.version && JSON.stringify(pair.before) !== JSON.stringify(pair.after),
    ),
  }
}

async function articlesAt(index: PassageIndex, revision: number): Promise<ReadonlyMap<string, IndexedArticle>> {
  if ((await index.revision(revision)) === undefined) {
    throw new UserError(`there is no revision ${revision}: "sourcier revisions" lists them`)
  }
  return new Map((await index.articles(revision)).map((article) => [article.id, article]))
}

/** One line for each stretch that differs, with a few words around it: `… was [-ten-]{+twelve+} men …`. */
async function describeWords(index: PassageIndex, change: Change, colours: boolean): Promise<readonly string[]> {
  const paint = createColors(colours)
  const { before, after } = change
  const [was, is] = await Promise.all([
    index.article(before.id, before.version),
    index.article(after.id, after.version),
  ])
  if (was === undefined || is === undefined) return []
  if (was.text.length + is.text.length > longestCompared) return ['    (too long to be compared word by word)']
  const lines: string[] = []
  let line = ''
  const parts = diffWordsWithSpace(was.text, is.text)
  for (const [position, part] of parts.entries()) {
    const text = toPrintable(part.value).replaceAll(/\s+/g, ' ')
    if (part.removed) line += paint.red(`[-${text}-]`)
    else if (part.added) line += paint.green(`{+${text}+}`)
    else {
      const words = text.split(' ')
      const isShort = words.length <= 2 * around
      if (line === '') line = lastWords(words)
      else if (isShort && position < parts.length - 1) line += text
      else {
        lines.push(`    ${line}${words.slice(0, around).join(' ')}`)
        line = lastWords(words)
      }
    }
  }
  const last = parts.at(-1)
  if (last !== undefined && (last.added || last.removed)) lines.push(`    ${line}`)
  return lines
}

function lastWords(words: readonly string[]): string {
  return words.slice(-around).join(' ')
}
