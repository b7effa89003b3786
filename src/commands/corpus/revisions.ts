/** `revisions` and `rollback`. */
import { UserError } from '../../errors.ts'
import type { Revision } from '../../types.ts'
import { countOf } from '../count.ts'
import type { Parts } from '../parts.ts'
import { withRunLock } from './run-lock.ts'

export async function runRevisions(parts: Parts, flags: { readonly json?: boolean }): Promise<void> {
  const revisions = parts.hasCorpus() ? await (await parts.corpus()).index.revisions() : []
  if (flags.json === true) await parts.output.print(JSON.stringify(revisions, undefined, 2))
  else if (revisions.length === 0) await parts.output.print('There is no revision yet: run "sourcier index".')
  else for (const revision of revisions) await parts.output.print(describeRevision(revision))
}

/** @throws UserError when there is no such revision. */
export async function runRollback(parts: Parts, number: number, flags: { readonly json?: boolean }): Promise<void> {
  if (!parts.hasCorpus()) throw new UserError('there is no revision yet: run "sourcier index"')
  const { index, writer } = await parts.corpus()
  const before = await index.revision()
  const revision = await withRunLock(parts, 'rollback', () => writer.rollback(number))
  await index.settle()
  if (flags.json === true) await parts.output.print(JSON.stringify(revision, undefined, 2))
  else if (before?.number === revision.number) {
    await parts.output.print(`Nothing to do: the corpus is as it was at revision ${number}.`)
  } else await parts.output.print(describeRevision(revision))
}

function describeRevision({ number, builtAt, articles, passages, added, removed, note, modelId }: Revision): string {
  const time = builtAt.slice(0, 16).replace('T', ' ')
  const change = `+${added} −${removed}`
  return `${number}  ${time}  ${countOf(articles, 'article')}, ${countOf(passages, 'passage')}  ${change}  ${modelId}  ${note}`
}
