// The WHATWG's table for bytes 80 to 9F; elsewhere a byte is its code point. Node before 24 decodes `windows-1252` as
// ISO 8859-1, which turns quotation marks and the euro sign into control characters.
const HIGH_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Decodes windows-1252 bytes; every byte is one UTF-16 unit. */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/gu, (control) => HIGH_CONTROLS.charAt(control.charCodeAt(0) - 0x80))
}
