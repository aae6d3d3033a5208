/**
 * True for an address that C's `getaddrinfo()` takes without asking a name server: `127.0.0.1` with its shorter and older
 * forms (`127.1`, `0x7f.1`), or an IPv6 address, which an interface may follow: `fe80::1%eth0`.
 */
export function isNumericAddress(text: string): boolean {
  return text.includes(':') ? isIpv6(text.replace(/%[^%]+$/, '')) : isIpv4(text)
}

/** One to four numbers, decimal, octal or hexadecimal; the last one fills what is left of 32 bits. */
function isIpv4(text: string): boolean {
  const parts = text.split('.')
  if (parts.length > 4 || !parts.every((part) => /^(?:0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.test(part)))
    return false
  const numbers = parts.map((part) => (/^0\d/.test(part) ? Number.parseInt(part, 8) : Number(part)))
  const last = numbers.pop()!
  return numbers.every((number) => number < 256) && last < 256 ** (5 - parts.length)
}

/** Eight groups, of which `::` leaves out some; four decimal numbers may stand for the last two. */
function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const tail = groups.at(-1)?.includes('.') ? groups.pop()! : undefined
  if (tail !== undefined && !(tail.split('.').length === 4 && /^[\d.]+$/.test(tail) && isIpv4(tail)))
    return false
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false
  const count = groups.length + (tail === undefined ? 0 : 2)
  return halves.length === 2 ? count < 8 : count === 8
}
