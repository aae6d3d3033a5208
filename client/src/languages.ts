/** The language ids of what the server understands, as the manifest contributes them. */
export const languageIds = ['systemd-unit', 'systemd-unit-erb', 'systemd-unit-jinja', 'monit'] as const

/** Selects every document in one of our languages, wherever it lies and if it was saved or not. */
export const documentSelector = languageIds.map((language) => ({ language }))

/** True for a language id of ours. */
export function isOurLanguage(id: string): boolean {
  return (languageIds as readonly string[]).includes(id)
}
