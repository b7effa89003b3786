/**
 * The address when it is one of the web, as a browser writes it; anything else is never made a link, nor is one that
 * shows another host before its own ("https://shown.example@real.example/").
 */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href, username, password } = new URL(url)
  if (username !== '' || password !== '') return undefined
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
