import type { Environment } from '../../base/environment.ts'
import type { Hover } from '../../base/features.ts'
import { LineIndex } from '../../base/line-index.ts'
import type { MonitDocument } from '../document.ts'
import { textOf } from '../model/values.ts'
import { relativeTo } from '../relative-path.ts'
import { filesIncludedBy } from '../same-monit.ts'
import type { Include } from '../syntax/tree.ts'
import { type Declaration, documentsWith, isSame, servicesNamed } from './names.ts'
import type { Pointed } from './pointed.ts'

/** What check a name belongs to, where that is, and what depends on it. */
export function serviceHover({ document, environment, token }: Pointed): string {
  const name = textOf(document.tree, token).text
  const found = servicesNamed(name, document, environment)
  if (found.length === 0) {
    return `**${name}**\n\nNo check of this name in the files at hand; monit refuses to depend on what it doesn’t know.`
  }
  const users = documentsWith(document, environment).flatMap(({ services }) =>
    services.filter(({ dependencies }) => dependencies.some(({ text }) => isSame(text, name))),
  )
  const names = users.flatMap((service) => (service.name ? [`\`${service.name.text}\``] : []))
  return [
    `**${name}**`,
    ...found.map((each) => checkText(each, document)),
    ...(names.length > 0 ? [`Needed by ${names.join(', ')}`] : []),
  ].join('\n\n')
}

function checkText({ service, document }: Declaration, from: MonitDocument): string {
  const { type, target, groups, dependencies } = service
  const watched = target?.value ? ` with ${target.kind} \`${target.value.text}\`` : ''
  const place =
    document === from
      ? ''
      : `, in ${relativeTo(from.path, document.path)}:${new LineIndex(document.tree.text).position(service.start).line + 1}`
  const facts = [
    ...(groups.length > 0 ? [`- In group ${listOf(groups)}`] : []),
    ...(dependencies.length > 0 ? [`- Depends on ${listOf(dependencies)}`] : []),
  ]
  return [`\`check ${type}\`${watched}${place}`, ...facts].join('\n')
}

function listOf(texts: readonly { readonly text: string }[]): string {
  return texts.map(({ text }) => `\`${text}\``).join(', ')
}

/** The services of a group, in all files at hand. */
export function groupHover({ document, environment, token }: Pointed): string {
  const name = textOf(document.tree, token).text
  const members = documentsWith(document, environment).flatMap(({ services }) =>
    services.flatMap((service) =>
      service.name && service.groups.some(({ text }) => isSame(text, name)) ? [service.name] : [],
    ),
  )
  return [
    `**${name}**, a group`,
    `Services in it: ${listOf(members)}`,
    `\`monit -g ${name} restart\` and the like speak to all of them at once.`,
  ].join('\n\n')
}

/** The files at hand that a pattern names. */
export function includeHover(document: MonitDocument, include: Include, environment: Environment): Hover {
  const found = filesIncludedBy(document.path, include.pattern, environment.controlFiles())
  const lines = found.map(({ path }) => `- ${path}`)
  return {
    span: include,
    markdown: [
      `**include** ${include.pattern}`,
      'Reads these files as if they stood here; names that end in `~` are left out, and so are folders.',
      lines.length > 0 ? lines.join('\n') : 'None of the files at hand is one of them.',
    ].join('\n\n'),
  }
}
