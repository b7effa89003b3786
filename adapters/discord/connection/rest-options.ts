import { DefaultRestOptions, type RESTOptions } from 'discord.js'
import { createPace } from './pace.ts'
import { repeatRequests } from './repeat-requests.ts'

/** Milliseconds; longer than all attempts of `repeatRequests` together. */
const timeoutMs = 45_000

/** @param api another REST base than Discord's, without a version. */
export function restOptions(api: string | undefined): Partial<RESTOptions> {
  return {
    ...(api !== undefined && { api: withoutVersion(api) }),
    // Which request may be repeated is decided request by request.
    retries: 0,
    timeout: timeoutMs,
    makeRequest: repeatRequests(DefaultRestOptions.makeRequest, createPace()),
  }
}

/** discord.js adds the version itself. */
function withoutVersion(api: string): string {
  return api.replace(/\/+$/, '').replace(/\/v\d+$/, '')
}
