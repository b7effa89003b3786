/** Joins the followed questions to whoever can tell their news: a run that prints them, bots that post them. */
import { ask } from '../ask.ts'
import { followOnce } from '../follow/follower.ts'
import type { FollowNews } from '../follow/types.ts'
import type { Platform } from '../ports/platform.ts'
import { renderNews } from '../rendering/blocks/render-news.ts'
import { toPlain } from '../rendering/cutting/plain.ts'
import type { Parts } from './parts.ts'

/** A new revision is seen so soon; news that somebody else failed to tell are taken over after a minute. Milliseconds. */
const lookEveryMs = 1_000
const everyLooks = 60

/** After a run: prints what is followed to standard output, and leaves what bots tell to them. */
export async function printNews(parts: Parts): Promise<void> {
  await lookOnce(parts, {
    reaches: (target) => target === 'stdout',
    tell: async (news) => await parts.output.print(toPlain(renderNews(news))),
  })
}

/**
 * While bots run: looks for new revisions, and posts the news to the places that they reach.
 * @returns what ends it.
 */
export function postNews(parts: Parts, platforms: () => readonly Platform[]): () => Promise<void> {
  const reached = (target: string) => {
    const [name, ...place] = target.split(':')
    const platform = platforms().find((one) => one.name === name && one.post !== undefined)
    return platform === undefined ? undefined : { platform, place: place.join(':') }
  }
  let seen = 0
  let looks = 0
  let working: Promise<void> | undefined
  const look = async (): Promise<void> => {
    // A corpus that was lost while the bots run is complained of once a minute, not at every look.
    const newest = await newestRevision(parts).catch(() => seen)
    looks += 1
    if (newest === seen && looks % everyLooks !== 0) return
    seen = newest
    await lookOnce(parts, {
      reaches: (target) => reached(target) !== undefined,
      async tell(news) {
        const found = reached(news.target)
        await found?.platform.post?.(found.place, renderNews(news))
      },
    })
  }
  const timer = setInterval(() => {
    working ??= look()
      .catch((error: unknown) => parts.log.warn({ err: error }, 'the followed questions were not looked at'))
      .finally(() => {
        working = undefined
      })
  }, lookEveryMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}

type Teller = { reaches(target: string): boolean; tell(news: FollowNews): Promise<void> }

async function lookOnce(parts: Parts, teller: Teller): Promise<void> {
  const follows = await parts.follows()
  await followOnce({
    ...teller,
    follows,
    newestRevision: () => newestRevision(parts),
    // A question that is followed is no secret of its asker, but nobody waits for a model to put it nicely.
    ask: async (question, options) => {
      const { writer: _writer, ...quoting } = await parts.askParts()
      return await ask(quoting, question, options)
    },
    reportFault: (error) => parts.log.warn({ err: error }, 'news of a followed question were not told'),
  })
}

async function newestRevision(parts: Parts): Promise<number> {
  if (!parts.hasCorpus()) return 0
  return (await (await parts.corpus()).index.revision())?.number ?? 0
}
