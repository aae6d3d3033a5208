/**
 * True for the name of a slice that systemd loads: its dashes say where it lies, so none stands at an end or beside
 * another (`slice_name_is_valid()`).
 * @param stem the name without `.slice`
 */
export function isSliceStem(stem: string): boolean {
  return stem === '-' || (!stem.includes('@') && !/^-|--|-$/.test(stem))
}

/** The name that was meant by one with dashes too many; undefined where nothing would be left. */
export function mendSliceStem(stem: string): string | undefined {
  return stem.replace(/--+/g, '-').replace(/^-|-$/g, '') || undefined
}
