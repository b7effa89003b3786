/** How Discord reads a text: which links are live in it, and whom it would ping. */

export type Mentions = {
  readonly users: readonly string[]
  readonly roles: readonly string[]
  readonly everyone: boolean
}

/** What stands in code pings nobody. Escaping with a backslash is not trusted to stop a ping. */
export function findMentions(content: string): Mentions {
  const text = content.replace(/```[\s\S]*?```|`[^`]*`/g, ' ')
  const all = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))]
  return { users: all(/<@!?(\d{17,20})>/g), roles: all(/<@&(\d{17,20})>/g), everyone: /@(?:everyone|here)/.test(text) }
}

type Allowed = {
  readonly parse?: readonly string[]
  readonly users?: readonly string[]
  readonly roles?: readonly string[]
  readonly replied_user?: boolean
}

/**
 * Who is pinged. Without `allowed_mentions` an ordinary message pings everybody it names, an interaction's answer users
 * only, and a reply its author; with it only what it allows.
 */
export function findPings(
  content: string,
  allowed: Allowed | undefined,
  { interaction, repliedTo }: { readonly interaction: boolean; readonly repliedTo?: string | undefined },
): Mentions {
  const named = findMentions(content)
  const parse =
    allowed?.parse ?? (allowed !== undefined ? [] : interaction ? ['users'] : ['users', 'roles', 'everyone'])
  const users = named.users.filter((id) => parse.includes('users') || allowed?.users?.includes(id))
  const repliedUser = (allowed === undefined ? !interaction : allowed.replied_user === true) ? repliedTo : undefined
  return {
    users: [...users, ...(repliedUser === undefined ? [] : [repliedUser])],
    roles: named.roles.filter((id) => parse.includes('roles') || allowed?.roles?.includes(id)),
    everyone: named.everyone && parse.includes('everyone'),
  }
}

type Link = { readonly address: string; readonly preview: boolean }

const escaped = /^\\[^0-9A-Za-z\s]/
const code = /^(`+)[\s\S]*?[^`]\1(?!`)/
const masked =
  /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:[^\s\\<>()]|\\.|\([^\s()]*\))+)>?(?:\s+['"][\s\S]*?['"])?\s*\)/
const angled = /^<((?:https?|steam|discord):\/\/[^\s>]+)>/i
const bare = /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/i
const invite = /^(?:discord\.gg|discord(?:app)?\.com\/invite)\/[\w-]{2,}/i

const live = /^(?:<(?:@[!&]?|#)\d+>|<\/[^:>]+:\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|@everyone|@here)/

/** What Discord would show as a mention, a command, an emoji or a time, wherever it may ping nobody. */
export function findLiveMarks(text: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 3_000)
    const skipped = escaped.exec(rest) ?? code.exec(rest)
    const mark = skipped === null ? live.exec(rest) : null
    if (mark !== null) found.push(mark[0])
    at += (skipped ?? mark)?.[0].length ?? 1
  }
  return found
}

/** The links that a person could follow, read left to right as Discord's own reader does. */
export function findLinks(text: string): readonly Link[] {
  const links: Link[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at, at + 3_000)
    const skipped = escaped.exec(rest) ?? code.exec(rest)
    if (skipped !== null) {
      at += skipped[0].length
      continue
    }
    const named = masked.exec(rest)
    if (named !== null) {
      const address = (named[2] ?? '').replace(/\\(.)/g, '$1')
      if (/^(?:https?|discord|steam):/i.test(address)) links.push({ address, preview: true })
    }
    const found = named === null ? (angled.exec(rest) ?? bare.exec(rest) ?? invite.exec(rest)) : null
    if (found !== null) links.push({ address: found[1] ?? found[0], preview: !rest.startsWith('<') })
    at += (named ?? found)?.[0].length ?? 1
  }
  return links
}
