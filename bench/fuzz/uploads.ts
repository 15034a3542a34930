import fc from 'fast-check'
import { documents, sheets } from './documents.ts'
import { hostileText } from './hostile-values.ts'

const BOUNDARY = 'quarterdeck-fuzz'

const NAMES = [
  '表.csv',
  '报告.docx',
  '../../../etc/passwd',
  '..\\..\\a.csv',
  'a\u202efdp.exe',
  '.htaccess',
  'con.csv',
  '',
  'a".csv',
  'a.csv; x=y',
  '__proto__',
  '市'.repeat(300),
]

/** A form with a file and the named fields: right, or as no browser sends one. */
export function uploads(fieldNames: readonly string[]): fc.Arbitrary<{ type: string; base64: string }> {
  const field = fc.tuple(fc.constantFrom(...fieldNames, 'file', '__proto__', 'unknown'), hostileText)
  return fc
    .record({
      fields: fc.array(field, { maxLength: 3 }),
      file: fc.option(fc.oneof(sheets, documents), { freq: 8 }),
      name: fc.constantFrom(...NAMES),
      isCut: fc.nat(15).map((number) => number === 0),
      isDoubled: fc.nat(15).map((number) => number === 0),
    })
    .map(({ fields, file, name, isCut, isDoubled }) => {
      const parts = fields.map(([key, value]) => part(`name="${key}"`, Buffer.from(value)))
      const one = file && part(`name="file"; filename="${name}"`, Buffer.from(file.bytes))
      const all = [...parts, ...(one ? [one] : []), ...(one && isDoubled ? [one] : [])]
      const whole = Buffer.concat([...all, Buffer.from(`--${BOUNDARY}--\r\n`)])
      const bytes = isCut ? whole.subarray(0, whole.length * 0.7) : whole
      return { type: `multipart/form-data; boundary=${BOUNDARY}`, base64: bytes.toString('base64') }
    })
}

function part(disposition: string, content: Buffer): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}
