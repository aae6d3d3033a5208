/** An entry of a menu in package.json. */
export interface MenuItem {
  readonly command?: string
  readonly submenu?: string
  readonly when?: string
  readonly group?: string
}

/** What package.json contributes, as far as generators look into it. */
export interface Contributions {
  readonly commands: readonly { readonly command: string }[]
  readonly menus: Readonly<Record<string, readonly MenuItem[]>>
  readonly submenus: readonly { readonly id: string }[]
}

/**
 * package.json with other commands and menus.
 * @param manifest the text of package.json
 * @param renew gives what has changed of the contributions
 * @returns its text with that renewed, everything else as it was
 * @throws where there are no commands to put others among
 */
export function withContributions(
  manifest: string,
  renew: (contributions: Contributions) => Contributions,
): string {
  const parsed: { readonly contributes?: Partial<Contributions> } = JSON.parse(manifest)
  const { contributes } = parsed
  if (!contributes?.commands) throw new Error('package.json has no contributes.commands')
  const { commands, menus = {}, submenus = [] } = contributes
  const renewed = { ...contributes, ...renew({ commands, menus, submenus }) }
  return `${JSON.stringify({ ...parsed, contributes: renewed }, null, 2)}\n`
}
