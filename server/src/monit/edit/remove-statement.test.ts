import { expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { readMonit } from '../document.ts'
import { removeStatement } from './remove-statement.ts'

function withoutFirst(text: string): string {
  const { tree } = readMonit(text, 'monitrc')
  return applyEdits(text, [removeStatement(tree, tree.items[0]!)])
}

test('the line of a statement goes with it', () =>
  expect(withoutFirst('set daemon 30\nset log /var/log/monit.log\n')).toBe('set log /var/log/monit.log\n'))

test('what else is on the line stays', () =>
  expect(withoutFirst('set daemon 30 # why\nset init\n')).toBe(' # why\nset init\n'))

test('the last line goes too', () => expect(withoutFirst('set daemon 30')).toBe(''))
