/** `doctor`: looks for what is wrong, and says what to do. */
import { createColors } from 'picocolors'
import { toPrintableLine } from '../../../adapters/terminal/printable.ts'
import { UserError } from '../../errors.ts'
import type { Parts } from '../parts.ts'
import { checks } from './checks.ts'
import { type Check, Fault } from './fault.ts'

export type Finding = {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
  readonly advice?: string
}

/** @returns the exit status: 1 when something is wrong. */
export async function runDoctor(parts: Parts, flags: { readonly json?: boolean }): Promise<number> {
  const { print, colours } = parts.output
  const paint = createColors(colours)
  const findings: Finding[] = []
  for (const check of checks) {
    const finding = sayOnce(await carryOutCheck(check, parts), findings)
    findings.push(finding)
    if (flags.json === true) continue
    const sign = finding.ok ? paint.green('✓') : paint.red('✗')
    const advice = finding.advice === undefined ? '' : `: ${finding.advice}`
    await print(`${sign} ${finding.name}: ${toPrintableLine(finding.detail + advice)}`)
  }
  if (flags.json === true) await print(JSON.stringify(findings, undefined, 2))
  return findings.every(({ ok }) => ok) ? 0 : 1
}

/** One damaged file makes several checks fail, all for the same reason. */
function sayOnce(finding: Finding, before: readonly Finding[]): Finding {
  const same = before.find(({ ok, detail }) => !ok && detail === finding.detail)
  return finding.ok || same === undefined ? finding : { name: finding.name, ok: false, detail: `see ${same.name}` }
}

async function carryOutCheck({ name, look }: Check, parts: Parts): Promise<Finding> {
  try {
    return { name, ok: true, detail: await look(parts) }
  } catch (error) {
    if (error instanceof Fault) return { name, ok: false, detail: error.message, advice: error.advice }
    if (!(error instanceof UserError)) parts.log.error({ err: error, check: name }, 'a check failed')
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
