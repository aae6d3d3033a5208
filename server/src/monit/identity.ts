/** What the path of a control file says of it. */
export interface MonitIdentity {
  /** The file is a template (ERB, Jinja, m4, `.in`) of a control file. */
  readonly template: boolean
  /** The file is one that others include, not one that monit is started with. */
  readonly fragment: boolean
}

const templateSuffix = /\.(?:erb|epp|j2|jinja2?|m4|in|tmpl|tpl)$/
const mainName = /(?:^|\.)monitrc$|^monit\.conf$/
const fragmentName = /\.monit$|_monit\.conf$|_monitrc$/
/** Folders from which the control files of distributions include everything, whatever its name. */
const fragmentFolder =
  /(?:^|\/)(?:monit\/(?:conf\.d|conf-available|conf-enabled)|etc\/monit\/templates|monit\.d|monitrc\.d)\/[^/]+$/
/** BOSH keeps one a job; its template lies beside those of the job's other files. */
const job = /(?:^|\/)jobs\/[^/]+\/monit$/
const templateFolder = /(?:^|\/)templates\/monit$/
/** The paths of other files written into one name: `etc_monit_conf.d_sshd`. */
const flattened = /^etc_monit_conf\.d_./

/** What lies in monit's folders without being for monit. A unit file is never a control file, whatever it begins with. */
const otherKind =
  /\.(?:service|socket|timer|mount|automount|swap|slice|scope|md|sh|bak|orig|swp|dpkg-\w+|rpm(?:new|save|orig))$|~$|^\.git/

/**
 * The first line of a control file: a check of some type, whose name ends the line or is followed by a word of monit's
 * (`Check file permissions before the release` is a line of prose), or a global statement that no other language begins with.
 * The manifest holds the same text, as editors look at first lines by themselves.
 */
export const monitFirstLine =
  /^\uFEFF?\s*(?:#!\s*(?:\S*\/env\s+)?\S*\bmonit(?:rc)?(?:\s|$)|(?:[Cc]heck|CHECK)\s+(?:process|file|fifo|directory|filesystem|device|host|network|system|program|PROCESS|FILE|FIFO|DIRECTORY|FILESYSTEM|DEVICE|HOST|NETWORK|SYSTEM|PROGRAM)\s+(?:"[^"]+"|'[^']+'|(?:<%[^%]*%>|\{\{[^}]*\}\}|[^\s"'<{])+)\s*(?:$|[\r\n#;]|(?:[Ww]ith|[Pp]idfile|[Mm]atching|[Pp]ath|[Aa]ddress|[Ii]nterface|[Ee]very|[Gg]roup|[Ii]f|[Uu]sing|[Uu]se|WITH|PIDFILE|MATCHING|PATH|ADDRESS|INTERFACE|EVERY)\s)|(?:[Ss]et|SET)\s+(?:(?:daemon|DAEMON)\s+[\d<{@]|httpd(?:\s|$)|mailserver\s|alert\s+\S+@|eventqueue\s|statefile\s|idfile\s|pidfile\s|mmonit\s|mail-format\s|limits\s*(?:\{|$)|logfile\s|log\s+(?:\/|syslog)|onreboot\s|terminal\s+batch|ssl\s+(?:options\s*)?\{)|[Ii]nclude\s+["']?\/\S*monit)/

/**
 * Tells a control file by its path.
 * @param path with `/` or `\` between folders; any prefix, a URI's path too
 * @returns undefined where the path names something else, or nothing in particular as `web.conf` does
 */
export function identifyMonit(path: string): MonitIdentity | undefined {
  const whole = path.replaceAll('\\', '/').toLowerCase()
  const plain = whole.replace(templateSuffix, '')
  const template = plain !== whole
  const name = plain.slice(plain.lastIndexOf('/') + 1)
  if (otherKind.test(name)) return undefined
  if (mainName.test(name)) return { template, fragment: false }
  const fragment =
    fragmentName.test(name) ||
    flattened.test(name) ||
    fragmentFolder.test(plain) ||
    job.test(plain) ||
    (template && (templateFolder.test(plain) || name.endsWith('_monit')))
  return fragment ? { template, fragment } : undefined
}

/** True where the first line of a text can only be a control file's. */
export function looksLikeMonit(text: string): boolean {
  return monitFirstLine.test(firstLineOf(text))
}

/** True where the path, or else the first line of the text, tells that a file is for monit. */
export function recognisesMonit(path: string, text?: string): boolean {
  return (
    identifyMonit(path) !== undefined ||
    (text !== undefined && !isForeignToMonit(path) && looksLikeMonit(text))
  )
}

/** True for a file that its name gives to another program, whatever it begins with or lies in. */
export function isForeignToMonit(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase()
  return otherKind.test(name.replace(templateSuffix, ''))
}

/** No line of a control file needs more than this to tell what it is; a file without breaks is not read to its end. */
const longestLook = 500

function firstLineOf(text: string): string {
  const head = text.slice(0, longestLook)
  const end = head.search(/[\r\n]/)
  return end < 0 ? head : head.slice(0, end)
}
