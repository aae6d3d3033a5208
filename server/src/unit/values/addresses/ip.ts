const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)
const group = /^[\da-fA-F]{1,4}$/

/** True for an IPv4 address as `inet_pton()` takes it: four decimal numbers without leading zeros. */
export function isIpv4(text: string): boolean {
  return ipv4.test(text)
}

/** True for an IPv6 address as `inet_pton()` takes it; its end may be written as an IPv4 address. */
export function isIpv6(text: string): boolean {
  const gap = text.indexOf('::')
  if (gap < 0) return countGroups(text, true) === 8
  const after = text.slice(gap + 2)
  if (after.includes('::')) return false
  const first = gap === 0 ? 0 : countGroups(text.slice(0, gap), false)
  const last = after === '' ? 0 : countGroups(after, true)
  // The gap stands for one group at least.
  return first >= 0 && last >= 0 && first + last < 8
}

/** How many groups of 16 bits a part of an IPv6 address has; -1 where it is none. */
function countGroups(text: string, mayEndInIpv4: boolean): number {
  const groups = text.split(':')
  const tail = groups.at(-1)!
  if (mayEndInIpv4 && tail.includes('.')) {
    return isIpv4(tail) && groups.slice(0, -1).every((each) => group.test(each)) ? groups.length + 1 : -1
  }
  return groups.every((each) => group.test(each)) ? groups.length : -1
}
