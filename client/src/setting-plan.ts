/** Where a setting can be written, from the widest to the narrowest. */
export type SettingPlace = 'user' | 'workspace' | 'folder'

/** What a setting says in the wider places, where it is set there. */
export interface WiderValues<T> {
  readonly globalValue?: T
  readonly workspaceValue?: T
}

/**
 * What to write so that a setting says what a person chose: undefined takes it away. The default is not written down,
 * unless it has to win over a wider place.
 * @param place where it will be written
 */
export function valueToWrite<T>(
  chosen: T,
  defaultValue: T,
  place: SettingPlace,
  { globalValue, workspaceValue }: WiderValues<T>,
): T | undefined {
  const wider = {
    user: undefined,
    workspace: globalValue,
    folder: workspaceValue ?? globalValue,
  }
  return chosen === defaultValue && (wider[place] ?? defaultValue) === defaultValue ? undefined : chosen
}

/** What to tell a person whose choice reaches further than the file that they look at; undefined where it does not. */
export function reachOf(written: unknown, place: SettingPlace): string | undefined {
  if (place !== 'user' || written === undefined) return undefined
  return 'no folder is open, so this is written into your own settings and holds in every window'
}
