import { expect, test } from 'vitest'
import { rubyLines } from './ruby-lines.ts'

const sure = (ruby: string) => rubyLines(ruby).flatMap(({ text, isSure }) => (isSure ? [text] : []))

test('comments and what only is text are no lines of the program', () => {
  const ruby = `port 3000 # of the proxy
# port 1
=begin
port 2
=end
puts <<~TEXT
port 3
  TEXT
list <<PLAIN
port 4
PLAIN
workers 2
__END__
port 5
`
  expect(rubyLines(ruby).map(({ text }) => text)).toEqual([
    'port 3000 # of the proxy',
    'puts <<~TEXT',
    'list <<PLAIN',
    'workers 2',
  ])
})

test.each([
  'if production?\nNO\nelse\nNO\nend',
  'folder = if production?\nNO\nend',
  'before_fork do |worker| # once\nNO\nend',
  'before_fork {\nNO\n}',
  'def more\nNO\nend',
  '  NO',
])('what a block decides is not sure: %j', (ruby) => {
  expect(sure(`one\n${ruby}\ntwo`)).not.toContain('NO')
  expect(sure(`one\n${ruby}\ntwo`)).toEqual(expect.arrayContaining(['one', 'two']))
})

test('what ends on its line is no block', () => {
  expect(sure('if a then b end\none\nlist = [1, 2]\nx = a ? 1 : 2\nlist << 3\ntwo')).toContain('two')
})

test('nothing is sure where the blocks do not add up', () => {
  expect(sure('one\nend\ntwo')).toEqual([])
  expect(sure('one\nif a\ntwo')).toEqual([])
})
