import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openTemplate, renderDocument, requireSound } from '../../../platform/official-document/index.ts'
import { readPages, SOFFICE, savedElsewhere, toPdfs } from '../../../platform/official-document/testing.ts'
import { blueprintDocx } from './blueprint-docx.ts'
import { documentValues } from './document-values.ts'
import example from './example.json' with { type: 'json' }
import { DOCUMENT_KINDS, fieldsOf } from './kinds.ts'
import type { Material } from './material.ts'
import { shippedTemplate } from './shipped-template.ts'

const material = example as unknown as Material

const templates = DOCUMENT_KINDS.map((kind) => ({ kind, template: readFileSync(shippedTemplate(kind)) }))

describe('the shipped template', () => {
  it.each(templates)(
    'of the $kind is what its blueprint says (tools/write-templates.ts) and can be filled',
    ({ kind, template }) => {
      expect(template.equals(blueprintDocx(kind))).toBe(true)
      requireSound(openTemplate(template), fieldsOf(kind))
    },
  )

  it.skipIf(!SOFFICE)(
    'of each kind keeps every line within the text block (skipped without LibreOffice)',
    { timeout: 240_000 },
    async () => {
      const made = templates.map(({ kind, template }) => {
        const values = documentValues(kind, material)
        return renderDocument({
          template,
          fields: fieldsOf(kind),
          values,
          title: kind,
          format: 'docx',
          lang: 'zh-CN',
        })
      })
      for (const pdf of await toPdfs(await Promise.all(made))) {
        const lines = (await readPages(pdf)).flatMap((page) => page.slice(0, -1))
        expect(lines.length).toBeGreaterThan(8)
        const outside = lines.filter(
          ({ left, right, baseline }) => left < 27.5 || right > 184.8 || baseline < 37 || baseline > 262.5,
        )
        expect(outside).toEqual([])
        expect(lines.map(({ text }) => text).join('')).not.toContain('{{')
      }
    },
  )

  it.skipIf(!SOFFICE)(
    'of each kind can still be filled after another word processor saved it (skipped without LibreOffice)',
    { timeout: 240_000 },
    async () => {
      const saved = await savedElsewhere(templates.map(({ template }) => template))
      for (const [index, { kind, template }] of templates.entries()) {
        const task = {
          fields: fieldsOf(kind),
          values: documentValues(kind, material),
          title: kind,
          lang: 'zh-CN',
        }
        const [before, after] = await Promise.all(
          [template, saved[index]!].map((each) =>
            renderDocument({ ...task, template: each, format: 'html' }),
          ),
        )
        expect(wordsOf(after!)).toEqual(wordsOf(before!))
      }
    },
  )
})

/** What a page says, without its style sheet and its empty lines. */
const wordsOf = (page: Uint8Array) =>
  Buffer.from(page)
    .toString()
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .split(/\s*\n\s*/)
    .filter((line) => line !== '' && line !== '&nbsp;')
    .join('')
