import type { Template } from './template.ts'

/** The id of the editor's command that asks for a template's answers and writes its files. */
export function commandOf({ id }: Pick<Template, 'id'>): string {
  return `unitwright.generate.${id}`
}
