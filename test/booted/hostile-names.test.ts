// biome-ignore-all lint/suspicious/noTemplateCurlyInString: no variables of ours
import { describe, expect, test } from 'vitest'
import { until } from './machine.ts'
import { bootedMachine, follow, generate, home, shellWord, user } from './system.ts'

const names = [
  'two words',
  ' blanks  around ',
  `it's`,
  `"so"`,
  `'"both"'`,
  '50%h%n%%i',
  '$HOME ${HOME} $$ $',
  '\\x41\\n\\ \\\\',
  'end\\',
  'Größe 日本 🦀',
  '-dash',
  '[a]*?{b,c}',
  '; # & | < >',
  '$(touch oh) `touch no`',
  '~',
  '@-:+!=',
]

describe('a generated unit runs the right program with the right arguments in the right folder, with names such as', () => {
  const machine = bootedMachine()

  test.each(names)('%s', async (name) => {
    const root = `/srv/${name}`
    const places = {
      directory: `${root}/app`,
      'ruby-root': `${root}/rbenv`,
      config: `${root}/${name}.rb`,
      'env-file': `${root}/${name}.env`,
      'log-folder': `${root}/log`,
    }
    const seen = `${home}/seen.json`
    const units = `${home}/${name}`
    const variables = ['RAILS_ENV', 'RBENV_ROOT', 'RBENV_VERSION']
    const program = `${places['ruby-root']}/bin/rbenv`
    await machine.run(['rm', '--force', '--', seen])
    await machine.run(['mkdir', '--parents', '--', places.directory, places['log-folder']])
    await machine.run(['install', '-D', '--', '/opt/programs/witness.cjs', program])
    machine.write({
      [places['env-file']]: `WITNESS_FILE=${seen}\nWITNESS_VARIABLES="${variables.join(' ')}"\n`,
    })
    await machine.run(['chown', '--recursive', '--', `${user}:`, root])

    const answers = {
      ...places,
      app: 'shop',
      name: 'hostile',
      ruby: 'rbenv',
      'ruby-version': '3.3.0',
      puma: 'older',
      log: 'files',
    }
    const { steps } = await generate(
      machine,
      home,
      'puma-user',
      answers,
      '--force',
      '--out',
      shellWord(units),
    )
    await follow(machine, home, steps)
    await until(
      'the witness was started',
      30_000,
      async () => (await machine.try(['test', '-e', seen])).code === 0,
    )
    expect(JSON.parse(await machine.run(['cat', seen]))).toEqual({
      command: [program, 'exec', 'bundle', 'exec', 'puma', '-C', places.config],
      folder: places.directory,
      variables: { RAILS_ENV: 'production', RBENV_ROOT: places['ruby-root'], RBENV_VERSION: '3.3.0' },
    })
    expect(await machine.run(['cat', `${places['log-folder']}/puma.log`])).toBe('a witness was here\n')
    await machine.runAs(user, 'systemctl --user disable --now hostile')
  })

  test('all of them as arguments of a command', async () => {
    const seen = `${home}/seen.json`
    await machine.run(['rm', '--force', '--', seen])
    const program = `${home}/it's/$HOME/100% "witness"`
    await machine.run(['install', '-D', '--', '/opt/programs/witness.cjs', program])
    const command = [`WITNESS_FILE=${seen} WITNESS_VARIABLES=ODD ODD=${shellWord(names.join(' '))}`]
    const { steps } = await generate(machine, home, 'command-user', {
      command: [...command, ...[program, ...names, ''].map(shellWord)].join(' '),
      name: 'arguments',
      directory: home,
    })
    await follow(machine, home, steps)
    await until(
      'the witness was started',
      30_000,
      async () => (await machine.try(['test', '-e', seen])).code === 0,
    )
    expect(JSON.parse(await machine.run(['cat', seen]))).toEqual({
      command: [program, ...names, ''],
      folder: home,
      variables: { ODD: names.join(' ') },
    })
  })
})
