/** The first version that takes `-` and `_` for `+` and `/`; 254 does not. */
const urlSafeSince = 255

const classic = /^[A-Za-z\d+/]*$/
const urlSafe = /^[A-Za-z\d+/_-]*$/

/** True where a text is Base64 after `unbase64mem()`: blanks anywhere, padding required, no bits left over. */
export function isBase64(text: string, version: number): boolean {
  const packed = text.replace(/[ \t\n\r]+/g, '')
  if (packed.length % 4 !== 0) return false
  const padding = packed.endsWith('==') ? 2 : packed.endsWith('=') ? 1 : 0
  const data = packed.slice(0, packed.length - padding)
  if (!(version >= urlSafeSince ? urlSafe : classic).test(data)) return false
  const last = data.at(-1) ?? ''
  if (padding === 2) return 'AQgw'.includes(last)
  return padding === 0 || 'AEIMQUYcgkosw048'.includes(last)
}

/** How many bytes Base64 stands for. */
export function base64Bytes(text: string): number {
  return Math.floor((text.replace(/[ \t\n\r=]+/g, '').length * 3) / 4)
}
