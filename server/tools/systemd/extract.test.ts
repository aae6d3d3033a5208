import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { extractFacts } from './extract.ts'
import { dumpLines, expandRows } from './facts.ts'
import { parseGperf } from './gperf.ts'
import { manEntries } from './man-pages.ts'
import { stringTables } from './string-tables.ts'

const gperf = `
{# a comment #}

{%- macro EXEC_CONTEXT_CONFIG_ITEMS(type) -%}
{# another #}
{{type}}.User,             config_parse_user_group_compat,  0,     offsetof({{type}}, exec_context.user)
{% if HAVE_SECCOMP %}
{{type}}.SystemCallFilter, config_parse_syscall_filter,     0,     offsetof({{type}}, exec_context)
{% else %}
{{type}}.SystemCallFilter, config_parse_warn_compat,        DISABLED_CONFIGURATION, 0
{% endif %}
{{type}}.Capabilities,     config_parse_warn_compat,        DISABLED_LEGACY, 0
{%- endmacro -%}

{%- macro KILL_CONTEXT_CONFIG_ITEMS(type) -%}
{{type}}.KillMode,         config_parse_kill_mode ,         0,     offsetof({{type}}, kill_context.kill_mode)
{%- endmacro -%}

%{
#include <stddef.h>
%}
struct ConfigPerfItem;
%null_strings
%%
Unit.After,                config_parse_unit_deps,          UNIT_AFTER, 0
Service.Restart,           config_parse_service_restart,    0,     offsetof(Service, restart)
{{ EXEC_CONTEXT_CONFIG_ITEMS('Service') }}
{{ KILL_CONTEXT_CONFIG_ITEMS('Service') }}
{{ KILL_CONTEXT_CONFIG_ITEMS('Scope') }}
Scope.RuntimeMaxSec,       config_parse_sec,                0,     offsetof(Scope, runtime_max_usec)
Install.Alias,             NULL,                            0,     0
`

const fragment = `
void unit_dump_config_items(FILE *f) {
        static const struct {
                const ConfigParserCallback callback;
                const char *rvalue;
        } table[] = {
                { config_parse_unit_deps,       "UNIT [...]" },
#if HAVE_SECCOMP
                { config_parse_syscall_filter,
                                                "SYSCALLS" },
#endif
                { config_parse_kill_mode,       "KILLMODE" },
                { config_parse_sec,             "SECONDS" },
        };
}
`

const page = (...entries: string[]) => `<refentry>
  <variablelist class='unit-directives'>${entries.join('')}</variablelist>
</refentry>`

const entry = (name: string, rest = '') =>
  `<varlistentry><term><varname>${name}=</varname></term><listitem><para/>${rest}</listitem></varlistentry>`

const added = (version: number) => `<xi:include href="version-info.xml" xpointer="v${version}"/>`

const tree: Readonly<Record<string, string>> = {
  'meson.version': '300~rc1\n',
  'src/core/load-fragment-gperf.gperf.in': gperf,
  'src/core/load-fragment.c': fragment,
  ...Object.fromEntries(
    [
      'socket',
      'device',
      'mount',
      'automount',
      'swap',
      'target',
      'path',
      'timer',
      'slice',
      'scope',
      'service',
    ].map((type) => [
      `src/core/${type}.c`,
      `  .sections =\n    "Unit\\0"\n    "${type}\\0"\n    "Install\\0",\n`,
    ]),
  ),
  'src/core/kill.c': `
static const char* const kill_mode_table[_KILL_MODE_MAX] = {
        /* a comment */
        [KILL_CONTROL_GROUP] = "control-group",
        [KILL_NONE] = "none",
};
DEFINE_STRING_TABLE_LOOKUP(kill_mode, KillMode);
`,
  'src/shared/other.c': 'static const char* const unrelated_table[2] = { [A] = "a", [B] = SOME_MACRO, };',
  'src/basic/empty.c': '',
  'man/systemd.unit.xml': page(entry('After'), entry('Alias')),
  'man/systemd.service.xml': page(entry('Restart', added(210))),
  'man/systemd.exec.xml': page(
    entry('User', `${added(213)}${added(211)}<xi:include href="system-only.xml" xpointer="singular"/>`),
    entry('SystemCallFilter', '<xi:include href="system-or-user-ns.xml" xpointer="singular"/>'),
  ),
  'man/systemd.kill.xml': page(
    entry('KillMode', `<variablelist>${entry('Inner', added(220))}</variablelist>${added(212)}`),
  ),
  'man/systemd.scope.xml': page(entry('RuntimeMaxSec')),
}

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** Writes the miniature tree, with some files replaced, and extracts it. */
function extract(changes: Readonly<Record<string, string>> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'unitwright-tree-'))
  made.push(root)
  for (const [path, text] of Object.entries({ ...tree, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return extractFacts(root)
}

const gperfWith = (from: string, to: string) => ({
  'src/core/load-fragment-gperf.gperf.in': gperf.replace(from, to),
})

test('rows, groups and order are those of the table', () => {
  const facts = extract()
  expect(facts.version).toBe(300)
  expect(facts.layout).toEqual([
    ['Unit', 'Unit'],
    ['Service', 'Service', '@exec', '@kill'],
    ['Scope', '@kill', 'Scope'],
    ['Install', 'Install'],
  ])
  expect(
    expandRows(facts).map(({ section, name, parser, ltype }) => `${section}.${name} ${parser} ${ltype}`),
  ).toEqual([
    'Unit.After unit_deps UNIT_AFTER',
    'Service.Restart service_restart 0',
    'Service.User user_group_compat 0',
    'Service.SystemCallFilter syscall_filter 0',
    'Service.Capabilities warn_compat DISABLED_LEGACY',
    'Service.KillMode kill_mode 0',
    'Scope.KillMode kill_mode 0',
    'Scope.RuntimeMaxSec sec 0',
    'Install.Alias none 0',
  ])
})

test('the dump hides removed keys and knows the types', () => {
  expect(dumpLines(extract())).toEqual([
    '[Unit] After=UNIT [...]',
    '[Service] Restart=OTHER',
    '[Service] User=OTHER',
    '[Service] SystemCallFilter=SYSCALLS',
    '[Service] KillMode=KILLMODE',
    '[Scope] KillMode=KILLMODE',
    '[Scope] RuntimeMaxSec=SECONDS',
    '[Install] Alias=OTHER',
  ])
})

test('the manual says where a key may be used and when its entry came', () => {
  expect(extract().documented).toEqual([
    ['@exec', 'User', 'system-only', 211],
    ['@exec', 'SystemCallFilter', 'system-or-userns', 0],
    ['@kill', 'KillMode', 'any', 212],
    ['Unit', 'After', 'any', 0],
    ['Service', 'Restart', 'any', 210],
    ['Scope', 'RuntimeMaxSec', 'any', 0],
    ['Install', 'Alias', 'any', 0],
  ])
})

test('unit types read the sections of their vtable', () => {
  expect(extract().unitTypes).toContainEqual(['timer', 'Unit', 'timer', 'Install'])
})

test('tables that settings use are read, others are left alone', () => {
  expect(extract().tables).toEqual([['kill_mode', 'words', 'control-group', 'none']])
})

test('older trees say their version in meson.build', () => {
  const root = mkdtempSync(join(tmpdir(), 'unitwright-tree-'))
  made.push(root)
  for (const [path, text] of Object.entries(tree)) {
    if (path === 'meson.version') continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  expect(() => extractFacts(root)).toThrow('meson.build')
  writeFileSync(join(root, 'meson.build'), "project('systemd', 'c',\n        version : '252.7',\n")
  expect(extractFacts(root).version).toBe(252)
})

test('a parser nobody knows is named with its key', () => {
  expect(() => extract(gperfWith('config_parse_sec,', 'config_parse_moon_phase,'))).toThrow(
    "'config_parse_moon_phase' of 'Scope.RuntimeMaxSec' is a new parser",
  )
})

test('a section nobody knows is named', () => {
  expect(() => extract(gperfWith('Install.Alias,', 'Moon.Phase,'))).toThrow(
    "'Moon' of 'Moon.Phase' is a new section",
  )
})

test('a key without a page is named, unless it is listed or removed', () => {
  expect(() => extract({ 'man/systemd.service.xml': page() })).toThrow(
    "'Service.Restart' is not on the page systemd.service",
  )
  const listed = gperfWith('Unit.After, ', 'Unit.BindTo,')
  expect(extract({ ...listed, 'man/systemd.unit.xml': page(entry('Alias')) }).documented).not.toContainEqual(
    expect.arrayContaining(['BindTo']),
  )
})

test('jinja the extractor does not know stops it with file and line', () => {
  const read = (text: string) => () => parseGperf(text, 'table.in')
  expect(read("{{ MOON_CONFIG_ITEMS('Unit') }}")).toThrow(
    "table.in:1: unknown macro: '{{ MOON_CONFIG_ITEMS('Unit') }}'",
  )
  expect(read('{%- macro MOON(type) -%}')).toThrow('table.in:1: unknown macro')
  expect(read('\n{% if HAVE_MOON %}')).toThrow("table.in:2: unknown build switch: '{% if HAVE_MOON %}'")
  expect(read('{% for x in y %}')).toThrow('table.in:1: cannot read this line')
  expect(read('Unit.After, config_parse_unit_deps')).toThrow('table.in:1: cannot read this line')
  expect(read('{{type}}.After, config_parse_unit_deps, 0, 0')).toThrow('row outside its macro')
  expect(read('{% endif %}')).toThrow('endif without if')
  expect(read('{% else %}')).toThrow('else without if')
  expect(read('A.x, NULL, 0, 0\nB.x, NULL, 0, 0\nA.y, NULL, 0, 0')).toThrow(
    'table.in:3: section in two places',
  )
  expect(read('')).toThrow('table.in: no row found')
})

test('a dump table that changed its form is not skipped over', () => {
  const odd = fragment.replace(
    '{ config_parse_sec,             "SECONDS" },',
    '{ config_parse_sec, SECONDS_NAME },',
  )
  expect(() => extract({ 'src/core/load-fragment.c': odd })).toThrow(
    "src/core/load-fragment.c: cannot read in unit_dump_config_items(): '{ config_parse_sec, SECONDS_NAME },'",
  )
  expect(() => extract({ 'src/core/load-fragment.c': '' })).toThrow('no table in unit_dump_config_items()')
})

test('a vtable without sections is named', () => {
  expect(() => extract({ 'src/core/timer.c': '' })).toThrow('src/core/timer.c: no .sections')
})

test('of a string table the words and the lookup count', () => {
  const read = (text: string) => stringTables(text, 'x.c', new Set(['t']))
  const array = (body: string) => `static const char *const t_table[_T_MAX] = {\n${body}\n};\n`
  const words = array('[T_NO] = "no",\n[LOG_FAC(T_A)] = "a", // note')
  expect(read(words)).toEqual([{ name: 't', kind: 'words', words: ['no', 'a'] }])
  expect(read(`${words}DEFINE_PRIVATE_STRING_TABLE_LOOKUP_WITH_BOOLEAN(t, T, T_YES);`)[0]?.kind).toBe(
    'boolean',
  )
  expect(read(`${words}DEFINE_STRING_TABLE_LOOKUP_WITH_FALLBACK(t, T, INT_MAX);`)[0]?.kind).toBe('numbers')
  expect(read(`${words}DEFINE_STRING_TABLE_LOOKUP_TO_STRING_FALLBACK(t, T, 9);`)[0]?.kind).toBe('words')
  expect(() => read(array('[T_NO] = "no",\n[T_A] = WORD_A,'))).toThrow(
    "x.c: t_table: cannot read '[T_A] = WORD_A,'",
  )
  expect(() => read(array('#if HAVE_A\n[T_A] = "a",\n#endif'))).toThrow(
    "x.c: t_table: cannot read '#if HAVE_A'",
  )
  expect(() => read(array(''))).toThrow('x.c: t_table: no word found')
})

test('a note of age is of one key only, since others of its entry may have come later', () => {
  const two = '<varlistentry><term><varname>Exec=</varname></term><term><varname>NoExec=</varname></term>'
  const text = `<variablelist class='unit-directives'>${two}${added(231)}</varlistentry>${entry('User', added(240))}</variablelist>`
  expect(manEntries(text)).toEqual([
    { name: 'Exec', scope: 'any' },
    { name: 'NoExec', scope: 'any' },
    { name: 'User', scope: 'any', added: 240 },
  ])
})

test('environment variables and values on a page are no directives', () => {
  const list = (kind: string, ...entries: string[]) =>
    `<variablelist ${kind}>${entries.join('')}</variablelist><!-- ${entry('Commented')} -->`
  expect(
    manEntries(
      list("class='environment-variables'", entry('$PATH'), entry('Path')) +
        list("class='unit-directives'", entry('User', list('', entry('Value'))), entry('Group')),
    ).map(({ name }) => name),
  ).toEqual(['User', 'Group'])
})
