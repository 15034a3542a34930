import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { renderDocument } from '../../../platform/official-document/index.ts'
import { documentValues } from './document-values.ts'
import { exampleMaterial } from './example-material.ts'
import { fieldsOf } from './kinds.ts'
import { shippedTemplate } from './shipped-template.ts'
import { sourcedWords } from './sourced-words.ts'

const source = {
  kind: 'league' as const,
  href: '/indicators/revenue',
  label: { title: '一般公共预算收入', key: 'revenue', value: '30.63', unit: '亿元', rank: 1, of: 7 },
}

it('takes the year of a sentence for no figure: the list of sources began with “2024” instead of the sum', () => {
  const words = sourcedWords('2024年9月收入为30.63亿元，9月15日前增长10.98%，列第1位', [source])
  const sourced = typeof words === 'string' ? [] : words.filter((run) => run.source)
  expect(sourced.map(({ text }) => text)).toEqual(['30.63', '10.98%', '1'])
  expect(sourced[0]!.source!.label).toBe('一般公共预算收入，30.63亿元，列第1位（共7家）')
})

it('names in a notice no unit under what it has nothing of, counts to the sum, and keeps its red head in one line', async () => {
  const material = exampleMaterial()
  const [unit] = material.units
  const follow = unit!.lines.filter(({ side }) => side === 'follow-up')
  const page = await renderDocument({
    template: readFileSync(shippedTemplate('notice')),
    fields: fieldsOf('notice'),
    values: documentValues('notice', {
      ...material,
      units: [
        { ...unit!, lines: [...unit!.lines, ...follow.map((line) => ({ ...line, outcome: null }))] },
        { ...unit!, name: '鹤汀区', lines: unit!.lines.filter(({ side }) => side === 'strength') },
      ],
    }),
    title: 'notice',
    format: 'html',
    lang: 'zh-CN',
  })
  const html = Buffer.from(page).toString()
  expect(html.match(/>鹤汀区</g)).toHaveLength(1)
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain(
    '上次会议指出的2个问题中，有改善1个，尚待核定1个。未解决的问题',
  )
  const look = /<span class="(l-\d+)">泊江市/.exec(html)?.[1]
  expect(html).toMatch(new RegExp(`\\.${look}\\{[^}]*white-space:nowrap;transform:scaleX\\(0\\.\\d+\\)`))
})
