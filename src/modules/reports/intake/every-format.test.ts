import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { makeDoc } from './samples/make-doc.ts'
import { makePdf } from './samples/make-pdf.ts'

const report = new URL('../fixtures/held-out/2023-county-review-a.txt', import.meta.url)
const text = readFileSync(report, 'utf8')
const paragraphs = text.split('\n').filter(Boolean)

/** Lines of 36 characters down one column after another, as a page is set. */
function setPages() {
  const lines = paragraphs.flatMap((paragraph) => [`　　${paragraph}`.match(/.{1,36}/gu) ?? [], ''].flat())
  const pages = Array.from({ length: Math.ceil(lines.length / 40) }, (_, page) =>
    lines.slice(page * 40, page * 40 + 40),
  )
  return pages.map((page) =>
    page.map((line, row) => ({ text: line, x: 72, y: 780 - row * 17 })).filter((l) => l.text),
  )
}

async function docx() {
  const children = paragraphs.map((paragraph) => new Paragraph(paragraph))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const formats: [format: string, bytes: () => Uint8Array | Promise<Uint8Array>][] = [
  ['txt in UTF-16', () => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['html', () => Buffer.from(`<html><body>${paragraphs.map((p) => `<p>${p}</p>`).join('\n')}</body></html>`)],
  ['docx', docx],
  ['doc', () => makeDoc(text.replaceAll('\n', '\r'))],
  ['pdf', () => makePdf(setPages())],
]

describe('a report says the same', () => {
  const said = async (source: Uint8Array | string) => {
    const { statements, report } = await extract({ source, fileName: null, date: '2023-10-12' })
    const found = statements.map(({ kind, unit, subject, period }) => [kind, unit, subject, period].join(' '))
    return { found, meeting: report.articles[0]?.meeting }
  }

  it.each(formats)('as %s as in plain text', async (_format, bytes) => {
    const plain = await said(text)
    expect(plain.found.length).toBeGreaterThan(30)
    expect(await said(await bytes())).toEqual(plain)
  })
})
