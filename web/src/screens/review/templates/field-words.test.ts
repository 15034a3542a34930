import { expect, it } from 'vitest'
import fields from '../../../../../src/modules/reviews/documents/fields.json' with { type: 'json' }
import everywhere from '../../../../../src/platform/official-document/template/words.json' with {
  type: 'json',
}
import zh from '../../../i18n/zh-CN.json' with { type: 'json' }

it('says of every placeholder what it stands for', () => {
  const { number, sources } = everywhere
  const keys = [...Object.keys(fields.fields), ...[number, sources, ...sources.fields].map(({ key }) => key)]
  expect(keys.filter((key) => !(`template.about.${key}` in zh))).toEqual([])
})
