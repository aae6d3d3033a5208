import type { QuickPickItem } from 'vscode'

export interface VersionItem extends QuickPickItem {
  /** The value of the setting; undefined where it is still to be typed. */
  readonly setting: string | undefined
}

/**
 * The versions to choose from: automatic, those offered, and another one to be typed.
 * @param found the version that automatic comes to, and why, where that is known
 * @param current what the setting says; the one with a check mark
 */
export function versionItems(
  versions: readonly { readonly version: string; readonly note?: string | undefined }[],
  found: string | undefined,
  current: string,
): readonly VersionItem[] {
  const items: readonly VersionItem[] = [
    {
      label: 'Automatic',
      description: found ?? "this machine's version, or else the newest known",
      setting: 'auto',
    },
    ...versions.map(({ version, note }) => ({ label: version, description: note, setting: version })),
  ]
  const other = items.every(({ setting }) => setting !== current) ? current : undefined
  return [
    ...items.map((item) => (item.setting === current ? { ...item, label: `$(check) ${item.label}` } : item)),
    { label: 'Another version...', description: other && `${other} is set`, setting: undefined },
  ]
}
