import { CFB } from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { adversarialText } from './adversarial-text.ts'

/** A file as a fuzz case has it. */
export interface FileCase {
  kind: string
  bytes: Uint8Array
}

const xml = (text: string) =>
  text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[^\t\n\r\u0020-\ufffd]/gu, '')

/** What XML tricks put before or into a part. */
const xmlTrick = fc.constantFrom(
  '',
  '',
  '',
  '',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]>',
  '<?xml-stylesheet href="file:///etc/passwd"?>',
  '<!-- ',
  '<![CDATA[',
)

const NAMES = [
  '../../evil.xml',
  '/etc/passwd',
  'a\\..\\b.xml',
  'word/document.xml',
  'xl/workbook.xml',
  '__PROTO__',
  'constructor',
  'a'.repeat(3000),
  'x\u0000y',
  '[Content_Types].xml',
  'WORD/DOCUMENT.XML',
  'inner.zip',
]

/** Entries that do not belong into a package. */
const extra: fc.Arbitrary<Record<string, Uint8Array>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES).map((name) => ({ [name]: strToU8('<x/>') })) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 60 })
      .map((count) =>
        Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}.xml`, strToU8('<x/>')])),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      'inner.zip': zipSync({ 'inner.zip': zipSync({ 'a.txt': new Uint8Array(200_000) }) }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 100_000, max: 3_000_000 })
      .map((size) => ({ 'word/media/a.bin': new Uint8Array(size) })),
  },
)

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const docx = fc
  .record({
    text: adversarialText(400),
    trick: xmlTrick,
    extra,
    depth: fc.constantFrom(...Array<number>(20).fill(0), 1, 50, 3000),
    tag: fc.constantFrom('p', 'tbl', 'tr', 'tc', 'r', 'sdt', 'ins'),
  })
  .map(({ text, trick, extra: more, depth, tag }) => {
    const paragraphs = text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t>${xml(line)}</w:t></w:r></w:p>`)
      .join('')
    const body = `${`<w:${tag}>`.repeat(depth)}${paragraphs}${`</w:${tag}>`.repeat(depth)}`
    return zipSync({
      '[Content_Types].xml': strToU8(
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `<?xml version="1.0"?>${trick}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
      ...more,
    })
  })

const CELLS = [
  '牵头单位',
  '重点工作',
  '完成时限',
  '编号',
  '产值',
  '2024年1月',
  '=1+1',
  '@SUM(A1)',
  '12.5%',
  '1e999',
  '-',
  '#N/A',
  '２０２４年３月',
  '市交通委、青渡区',
  '6月底前',
  '\u202e甲',
  '合计',
  '',
]
const cellText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CELLS) },
  { weight: 1, arbitrary: adversarialText(30) },
)
const grid = fc.array(fc.array(cellText, { maxLength: 8 }), { maxLength: 12 })
const REFERENCES = ['A1', 'XFD1048576', 'A0', 'ZZZZZZZ1', 'A99999999999', '', '1', 'A1:B2', 'AA10', '-1']

const xlsx = fc
  .record({
    grid,
    trick: xmlTrick,
    extra,
    type: fc.constantFrom('s', 'inlineStr', 'n', 'b', 'e', 'd', 'str', 'x'),
    reference: fc.option(fc.constantFrom(...REFERENCES), { freq: 3 }),
    merge: fc.option(fc.constantFrom('A1:B2', 'A1:XFD1048576', 'B2:A1', 'A1', 'x:y', 'A1:A999999'), {
      freq: 3,
    }),
    target: fc.constantFrom(
      'worksheets/sheet1.xml',
      'worksheets/sheet1.xml',
      '/xl/worksheets/sheet1.xml',
      '../../../etc/passwd',
      'http://127.0.0.1:1/a',
      'file:///etc/passwd',
      '%2e%2e/a',
      '//evil/a',
      'http://[',
    ),
  })
  .map(({ grid: rows, trick, extra: more, type, reference, merge, target }) => {
    const cell = (text: string, row: number, column: number) => {
      const at =
        (row + column) % 3 === 0 && reference !== null
          ? reference
          : `${String.fromCharCode(65 + column)}${row + 1}`
      return type === 's'
        ? `<c r="${at}" t="s"><v>${(row * 3 + column) % 20}</v></c>`
        : `<c r="${at}" t="${type}" s="${column}"><is><t>${xml(text)}</t></is><v>${xml(text)}</v></c>`
    }
    const sheet = rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((text, column) => cell(text, row, column)).join('')}</row>`,
      )
      .join('')
    const merges = merge === null ? '' : `<mergeCells><mergeCell ref="${merge}"/></mergeCells>`
    return zipSync({
      '[Content_Types].xml': strToU8(
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${target}"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
      'xl/sharedStrings.xml': strToU8(
        `<sst>${CELLS.map((text) => `<si><t>${xml(text)}</t></si>`).join('')}</sst>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `${trick}<worksheet><sheetData>${sheet}</sheetData>${merges}</worksheet>`,
      ),
      ...more,
    })
  })

const csv = fc
  .record({
    grid,
    delimiter: fc.constantFrom(',', ';', '\t', '|', '，'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '\ufeff'),
    encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf16le', 'latin1'),
    quote: fc.constantFrom('', '"', '""', '"a\n'),
  })
  .map(
    ({ grid: rows, delimiter, newline, mark, encoding, quote }) =>
      new Uint8Array(
        Buffer.from(mark + quote + rows.map((cells) => cells.join(delimiter)).join(newline), encoding),
      ),
  )

const html = fc
  .record({
    text: adversarialText(300),
    tag: fc.constantFrom('div', 'table', 'tr', 'template', 'svg', 'math', 'select', 'b', 'p'),
    depth: fc.constantFrom(...Array<number>(20).fill(0), 1, 200, 5000),
    head: fc.constantFrom(
      '<html>',
      '<!doctype html>',
      '<meta charset=gbk>',
      '<meta charset="utf-7">',
      '<table><td colspan=99999999 rowspan=99999999>',
      '<p id=a style="x:y" onload=x>',
    ),
  })
  .map(({ text, tag, depth, head }) => strToU8(`<html>${head}${`<${tag}>`.repeat(depth)}${text}`))

const PDF =
  '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n'
const pdf = fc
  .record({
    text: fc.string({ maxLength: 60 }),
    count: fc.constantFrom('1', '0', '-1', '99999999999'),
    loop: fc.constantFrom('2 0 R', '3 0 R', '5 0 R'),
    more: fc.constantFrom(
      '',
      '/JavaScript',
      '/Encrypt 9 0 R',
      '/Filter/FlateDecode',
      '/Filter[/ASCIIHexDecode/FlateDecode/LZWDecode]',
    ),
  })
  .map(({ text, count, loop, more }) => {
    const stream = `BT /F1 12 Tf 72 700 Td (${text.replace(/[()\\]/g, '')}) Tj ET`
    const body = PDF.replace('/Count 1', `/Count ${count}`).replace('Parent 2 0 R', `Parent ${loop}`)
    return new Uint8Array(
      Buffer.from(
        `${body}4 0 obj<</Length ${stream.length} ${more}>>stream\n${stream}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
        'latin1',
      ),
    )
  })

const ole = fc
  .record({
    stream: fc.constantFrom('WordDocument', 'Workbook', 'Book', 'EncryptedPackage', 'PowerPoint Document'),
    bytes: fc.uint8Array({ maxLength: 600 }),
    magic: fc.constantFrom([0xec, 0xa5], [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00], []),
  })
  .map(({ stream, bytes, magic }) => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, `/${stream}`, Buffer.from([...magic, ...bytes]))
    CFB.utils.cfb_add(container, '/1Table', Buffer.from(bytes))
    return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array)
  })

const txt = fc
  .tuple(adversarialText(400), fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'))
  .map(([text, encoding]) => new Uint8Array(Buffer.from(text, encoding)))

type Damage = (bytes: Uint8Array) => Uint8Array

/** What transport, malice and chance do to bytes. */
const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Damage>((bytes) => bytes) },
  {
    weight: 2,
    arbitrary: fc.nat(1000).map(
      (part): Damage =>
        (bytes) =>
          bytes.slice(0, Math.floor((bytes.length * part) / 1000)),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 }).map(
      (flips): Damage =>
        (bytes) =>
          flip(bytes, flips),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(), fc.nat(), fc.nat(400)).map(
      ([from, to, length]): Damage =>
        (bytes) =>
          splice(bytes, { from, to, length }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 1000, 0xffffffff, 0x7fffffff).map(
      (size): Damage =>
        (bytes) =>
          lieAboutSizes(bytes, size),
    ),
  },
)

function flip(bytes: Uint8Array, flips: readonly [number, number][]): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (const [at, value] of flips) if (changed.length > 0) changed[at % changed.length] = value
  return changed
}

function splice(
  bytes: Uint8Array,
  { from, to, length }: { from: number; to: number; length: number },
): Uint8Array {
  if (bytes.length === 0) return bytes
  const piece = bytes.slice(from % bytes.length, (from % bytes.length) + length)
  const at = to % bytes.length
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]))
}

/** The zip writer itself stumbles over such a name: it is put in behind its back. */
function withPrototype(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes)
  for (let at = text.indexOf('__PROTO__'); at >= 0; at = text.indexOf('__PROTO__', at + 9))
    text.write('__proto__', at)
  return new Uint8Array(text)
}

/** A central directory that says another unfolded size than is true. */
function lieAboutSizes(bytes: Uint8Array, size: number): Uint8Array {
  const changed = Uint8Array.from(bytes)
  const view = new DataView(changed.buffer)
  for (let at = 0; at + 46 < changed.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  return changed
}

const damaged = (kind: string, bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<FileCase> =>
  fc.tuple(bytes, damage).map(([whole, change]) => ({ kind, bytes: change(withPrototype(whole)) }))

/** Reports as the product reads them: Word, PDF, web pages, text, old Office, whole and damaged. */
export const documents: fc.Arbitrary<FileCase> = fc.oneof(
  { weight: 4, arbitrary: damaged('docx', docx) },
  { weight: 3, arbitrary: damaged('pdf', pdf) },
  { weight: 2, arbitrary: damaged('html', html) },
  { weight: 2, arbitrary: damaged('txt', txt) },
  { weight: 2, arbitrary: damaged('ole', ole) },
  { weight: 1, arbitrary: damaged('bytes', fc.uint8Array({ maxLength: 300 })) },
)

/** Tables as the product reads them. */
export const sheets: fc.Arbitrary<FileCase> = fc.oneof(
  { weight: 5, arbitrary: damaged('xlsx', xlsx) },
  { weight: 3, arbitrary: damaged('csv', csv) },
  { weight: 1, arbitrary: damaged('ole', ole) },
)
