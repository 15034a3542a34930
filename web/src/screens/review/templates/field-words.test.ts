import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import zh from '../../../i18n/zh-CN.json' with { type: 'json' }

const read = (path: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../../src', path), 'utf8'))

it('says of every placeholder what it stands for', () => {
  const { fields } = read('modules/reviews/documents/fields.json')
  const { number, sources } = read('platform/official-document/template/words.json')
  const keys: string[] = [
    ...Object.keys(fields),
    ...[number, sources, ...sources.fields].map(({ key }: { key: string }) => key),
  ]
  expect(keys.length).toBeGreaterThan(40)
  expect(keys.filter((key) => !(`template.about.${key}` in zh))).toEqual([])
})
