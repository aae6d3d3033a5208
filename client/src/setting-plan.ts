/** How to make a setting what a person chose. */
export interface SettingPlan<T> {
  readonly place: 'workspace' | 'user'
  /** Undefined takes the setting away from that place. */
  readonly value: T | undefined
}

/**
 * Plans the writing of a setting about where files will run. That belongs to the project, so it goes into the
 * workspace where one is open. The default is not written down, unless it has to win over the person's own setting.
 * @param userValue what the person's own settings say, if anything
 */
export function planSetting<T>(
  chosen: T,
  defaultValue: T,
  userValue: T | undefined,
  hasWorkspace: boolean,
): SettingPlan<T> {
  const place = hasWorkspace ? 'workspace' : 'user'
  const withoutIt = hasWorkspace ? (userValue ?? defaultValue) : defaultValue
  return { place, value: chosen === defaultValue && withoutIt === defaultValue ? undefined : chosen }
}
