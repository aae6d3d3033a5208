import { sectionsOf, type UnitType } from './directives.ts'

/** Every section that some unit type reads. */
export const allSections: readonly string[] = [...new Set(Object.values(sectionsOf).flat())]

const byFold = new Map(allSections.map((name) => [name.toLowerCase(), name]))

/** The sections a unit type reads; all of them where the type isn't known. */
export function sectionsFor(type: UnitType | undefined): readonly string[] {
  return type ? sectionsOf[type] : allSections
}

/** True where systemd looks into a section of this name in a unit of this type. */
export function sectionIsKnown(name: string, type: UnitType | undefined): boolean {
  return sectionsFor(type).includes(name)
}

/** The section that a name means when letter case counts nothing. */
export function findFoldedSection(name: string): string | undefined {
  return byFold.get(name.toLowerCase())
}

/** The unit types that read a section: one, or all for [Unit] and [Install]. */
export function typesWithSection(name: string): readonly UnitType[] {
  return (Object.keys(sectionsOf) as UnitType[]).filter((type) => sectionsOf[type].includes(name))
}
