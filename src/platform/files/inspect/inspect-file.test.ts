import { readFileSync } from 'node:fs'
import { utils as workbook, write as writeWorkbook } from '@e965/xlsx'
import { Document, Packer, Paragraph } from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { expect, it } from 'vitest'
import { CodedError } from '../../../kernel/errors.ts'
import { inspectFile } from './inspect-file.ts'
import {
  bytesOf,
  makeObjectStream,
  makeOleContainer,
  makeOoxml,
  makeOpenDocument,
  makeRawPdf,
  utf8,
} from './samples.ts'

type Bytes = Uint8Array | Promise<Uint8Array>

const filler = new Uint8Array(4096)
const GB18030_TEXT = bytesOf('b6bdb2e9cae4a3acd6dcb1a8')

const office = (bookType: 'biff8' | 'xlsx' | 'ods'): Uint8Array => {
  const book = workbook.book_new(workbook.aoa_to_sheet([['事项', '期限']]), '台账')
  return new Uint8Array(writeWorkbook(book, { bookType, type: 'buffer' }))
}
const realDocx = async () =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('督查')] }] })))
const realPdf = async (change?: (pdf: PDFDocument) => unknown) => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await change?.(pdf)
  return pdf.save()
}

const accepted: [fileName: string, type: string, bytes: () => Bytes][] = [
  ['a.docx', 'docx', realDocx],
  ['a.docx', 'docx', () => makeOoxml('docx')],
  ['a.xlsx', 'xlsx', () => office('xlsx')],
  ['a.pptx', 'pptx', () => makeOoxml('pptx')],
  ['a.ods', 'ods', () => office('ods')],
  ['a.odt', 'odt', () => makeOpenDocument('text', { 'Basic/script-lc.xml': strToU8('<x/>') })],
  ['a.ofd', 'ofd', () => zipSync({ 'OFD.xml': strToU8('<x/>'), 'Doc_0/Document.xml': strToU8('<x/>') })],
  ['a.xls', 'xls', () => office('biff8')],
  ['台账.et', 'xls', () => office('biff8')],
  ['a.doc', 'doc', () => makeOleContainer({ WordDocument: filler })],
  ['a.ppt', 'ppt', () => makeOleContainer({ 'PowerPoint Document': filler })],
  ['A.PDF', 'pdf', () => realPdf()],
  ['a.jpeg', 'jpg', () => bytesOf('ffd8ffe000104a464946')],
  ['a.png', 'png', () => bytesOf('89504e470d0a1a0a0000000d')],
  ['a.gif', 'gif', () => bytesOf('47494638396101000100')],
  ['a.webp', 'webp', () => bytesOf('524946461a000000574542505650384c')],
  ['a.heic', 'heic', () => bytesOf('000000186674797068656963000000006d69663168656963')],
  ['a.mp4', 'mp4', () => bytesOf('00000018667479706d703432000000006d70343269736f6d')],
  ['a.txt', 'txt', () => utf8('督查\n')],
  ['a.txt', 'txt', () => GB18030_TEXT],
  ['a.txt', 'txt', () => utf8('MZ is how a program begins, and this sentence')],
  ['a.csv', 'csv', () => utf8('\ufeff编号,期限\n1,2024-03-31\n')],
]

it.each(accepted)('lets %s in as %s', async (fileName, type, bytes) => {
  expect(await inspectFile({ fileName, bytes: await bytes() })).toMatchObject({ fileName, type })
})

const LIES = (bytes: Uint8Array): Uint8Array => {
  const lying = Buffer.from(bytes)
  for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 1))
    lying.writeUInt32LE(1000, at + 24)
  return Uint8Array.from(lying)
}
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)
const encrypted = (bytes: Uint8Array): Uint8Array => {
  const marked = Buffer.from(bytes)
  const at = marked.indexOf('PK\u0001\u0002')
  marked.writeUInt16LE(marked.readUInt16LE(at + 8) | 1, at + 8)
  return Uint8Array.from(marked)
}
const macroSheet = () => {
  const book = Buffer.alloc(4096)
  book.write('09081000', 0, 'hex')
  book.write('85000a00', 20, 'hex')
  book.writeUInt8(1, 29)
  return makeOleContainer({ Workbook: book })
}
const filePass = () => makeOleContainer({ Workbook: Buffer.concat([bytesOf('2f000200'), filler]) })
const slideMacros = () => {
  const atom = bytesOf('020000040c000000010000000100000002000000')
  return makeOleContainer({ 'PowerPoint Document': Buffer.concat([filler, atom]) })
}
const action = '<</S /JavaScript /JS (app.alert\\(1\\))>>'

const refused: [what: string, code: string, fileName: string, bytes: () => Bytes][] = [
  ['an empty file', 'platform.file-empty', 'a.pdf', () => new Uint8Array()],
  ['one byte too many', 'platform.file-over-limit', 'a.txt', () => zeros(20.000001)],
  ['a program', 'platform.file-type', 'a.exe', () => bytesOf('4d5a900003000000')],
  ['a program named as a PDF', 'platform.file-type', 'a.pdf', () => bytesOf('4d5a900003000000')],
  ['a program for Linux', 'platform.file-type', 'a.txt', () => bytesOf('7f454c4602010100')],
  ['a shell script', 'platform.file-type', 'a.txt', () => utf8('#!/bin/sh\nrm -rf /\n')],
  ['a script by its name', 'platform.file-type', 'a.js', () => utf8('let a = 1')],
  ['a batch file by its name', 'platform.file-type', '报告.pdf.bat', () => utf8('dir')],
  ['a page', 'platform.file-type', 'a.txt', () => utf8('\n <!-- x --><html><script>1</script>')],
  [
    'a drawing that runs',
    'platform.file-type',
    'a.txt',
    () => utf8('<?xml version="1.0"?>\n<svg onload="x">'),
  ],
  ['a drawing by its name', 'platform.file-type', 'a.svg', () => utf8('x')],
  ['rich text', 'platform.file-type', 'a.doc', () => utf8('{\\rtf1 x}')],
  ['a plain archive', 'platform.file-type', 'a.zip', () => zipSync({ 'a.txt': strToU8('x') })],
  ['another archive', 'platform.file-type', 'a.7z', () => bytesOf('377abcaf271c0004')],
  ['noise', 'platform.file-type', 'a.txt', () => bytesOf('00ff00ff80808080')],
  ['an archive named as a document', 'platform.file-type', 'a.docx', () => zipSync({ a: strToU8('x') })],
  ['an unknown container', 'platform.file-type', 'a.doc', () => makeOleContainer({ Other: filler })],
  ['a picture named as a PDF', 'platform.file-extension', 'a.pdf', () => bytesOf('ffd8ffe000104a46')],
  ['a workbook named as a text', 'platform.file-extension', 'a.docx', () => makeOoxml('xlsx')],
  ['a document that may have macros', 'platform.file-macros', 'a.docm', () => makeOoxml('docm')],
  ['one that hides it', 'platform.file-macros', 'a.docx', () => makeOoxml('docm')],
  [
    'a VBA project',
    'platform.file-macros',
    'a.xlsx',
    () => makeOoxml('xlsx', { 'xl/vbaProject.bin': filler }),
  ],
  [
    'a macro sheet',
    'platform.file-macros',
    'a.xlsx',
    () => makeOoxml('xlsx', { 'xl/macrosheets/sheet1.xml': filler }),
  ],
  [
    'a VBA project under another name',
    'platform.file-macros',
    'a.docx',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8(
          '<Types><Default ContentType = "application/vnd.ms-office.&#118;baProject" Extension="PNG"/></Types>',
        ),
        'word/media/image1.png': filler,
      }),
  ],
  [
    'Basic in OpenDocument',
    'platform.file-macros',
    'a.odt',
    () => makeOpenDocument('text', { 'Basic/Standard/Module1.xml': filler }),
  ],
  [
    'macros in old Word',
    'platform.file-macros',
    'a.doc',
    () => makeOleContainer({ WordDocument: filler, 'Macros/VBA/dir': filler }),
  ],
  [
    'macros in old Excel',
    'platform.file-macros',
    'a.xls',
    () => makeOleContainer({ Workbook: filler, '_VBA_PROJECT_CUR/VBA/dir': filler }),
  ],
  ['a macro sheet of Excel 4', 'platform.file-macros', 'a.xls', macroSheet],
  ['macros in old PowerPoint', 'platform.file-macros', 'a.ppt', slideMacros],
  [
    'a PDF with JavaScript',
    'platform.file-pdf-active',
    'a.pdf',
    () => realPdf((pdf) => pdf.addJavaScript('a', '1')),
  ],
  [
    'a PDF with a file inside',
    'platform.file-pdf-active',
    'a.pdf',
    () => realPdf((pdf) => pdf.attach(filler, 'a')),
  ],
  [
    'a PDF that starts a program',
    'platform.file-pdf-active',
    'a.pdf',
    () => makeRawPdf('<</S /Launch /F (x)>>'),
  ],
  [
    'JavaScript written in disguise',
    'platform.file-pdf-active',
    'a.pdf',
    () => makeRawPdf(action.replace('Script', 'Scr#69pt')),
  ],
  [
    'JavaScript in an object stream',
    'platform.file-pdf-active',
    'a.pdf',
    () => makeRawPdf(makeObjectStream(action)),
  ],
  [
    'JavaScript in an object stream in disguise',
    'platform.file-pdf-active',
    'a.pdf',
    () =>
      makeRawPdf(
        Buffer.from(
          Buffer.from(makeObjectStream(action))
            .toString('latin1')
            .replace('/ObjStm', '/X')
            .replace('/First', '/F#69rst'),
          'latin1',
        ),
      ),
  ],
  [
    'an object stream behind two filters',
    'platform.file-pdf-unreadable',
    'a.pdf',
    () => makeRawPdf(makeObjectStream(action, '/Filter [/ASCIIHexDecode /FlateDecode]')),
  ],
  [
    'an object stream behind a predictor',
    'platform.file-pdf-unreadable',
    'a.pdf',
    () => makeRawPdf(makeObjectStream('<<>>', '/Filter /FlateDecode /DecodeParms <</Predictor 12>>')),
  ],
  [
    'an object stream that swells',
    'platform.file-pdf-unreadable',
    'a.pdf',
    () => makeRawPdf(makeObjectStream('a'.repeat(101 * 1024 * 1024))),
  ],
  [
    'an encrypted PDF',
    'platform.file-encrypted',
    'a.pdf',
    () => makeRawPdf('<<>>', '<</Filter /Standard /V 2>> trailer <</Encrypt 2 0 R>>'),
  ],
  [
    'a docx with a password',
    'platform.file-encrypted',
    'a.docx',
    () => makeOleContainer({ EncryptedPackage: filler }),
  ],
  ['an xls with a password', 'platform.file-encrypted', 'a.xls', filePass],
  [
    'a doc with a password',
    'platform.file-encrypted',
    'a.doc',
    () => makeOleContainer({ WordDocument: Buffer.alloc(4096, 1) }),
  ],
  [
    'an odt with a password',
    'platform.file-encrypted',
    'a.odt',
    () => makeOpenDocument('text', { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }),
  ],
  ['an encrypted archive', 'platform.zip-encrypted', 'a.docx', () => encrypted(makeOoxml('docx'))],
  ['a zip bomb', 'platform.zip-bomb', 'a.docx', () => makeOoxml('docx', { a: zeros(120) })],
  ['a zip bomb by its ratio', 'platform.zip-ratio', 'a.docx', () => makeOoxml('docx', { a: zeros(40) })],
  ['a zip bomb that lies', 'platform.zip-bomb', 'a.docx', () => LIES(makeOoxml('docx', { a: zeros(40) }))],
  ['a zip cut short', 'platform.zip-damaged', 'a.docx', () => makeOoxml('docx').slice(0, -30)],
  [
    'a package with one name twice',
    'platform.zip-damaged',
    'a.docx',
    () => makeOoxml('docx', { 'word/Document.xml': filler }),
  ],
]

it.each(refused)('refuses %s with %s', async (_, code, fileName, bytes) => {
  const outcome = await inspectFile({ fileName, bytes: await bytes() }).catch((error: unknown) => error)
  if (!(outcome instanceof CodedError)) throw new Error(`not refused: ${JSON.stringify(outcome)} ${outcome}`)
  expect({ code: outcome.code, kind: outcome.kind }).toEqual({ code, kind: 'invalid' })
})

it('has a sentence in Chinese and English for every refusal', () => {
  for (const locale of ['zh-CN', 'en']) {
    const sentences = JSON.parse(
      readFileSync(new URL(`../../i18n/messages.${locale}.json`, import.meta.url), 'utf8'),
    )
    for (const [, code] of refused) expect(sentences[code], `${code} in ${locale}`).toBeTruthy()
  }
})

it('gives a file without an extension the one of its content', async () => {
  expect(await inspectFile({ fileName: '照片', bytes: bytesOf('ffd8ffe000104a46') })).toEqual({
    fileName: '照片.jpg',
    type: 'jpg',
    mediaType: 'image/jpeg',
  })
})

const samples = await Promise.all(
  accepted.map(async ([fileName, , bytes]) => ({ fileName, bytes: await bytes() })),
)

async function expectCoded(fileName: string, bytes: Uint8Array): Promise<void> {
  const outcome = await inspectFile({ fileName, bytes }).catch((error: unknown) => error)
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(CodedError)
}

it('lets in or refuses by code whatever is cut short', async () => {
  for (const { fileName, bytes } of samples) {
    const step = Math.max(1, Math.floor(bytes.length / 60))
    for (let length = 0; length < bytes.length; length += step)
      await expectCoded(fileName, bytes.slice(0, length))
  }
})

it('lets in or refuses by code whatever was damaged', async () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), damage, async ({ fileName, bytes }, changes) => {
      const damaged = Uint8Array.from(bytes)
      for (const [at, value] of changes) damaged[at % damaged.length] = value
      await expectCoded(fileName, damaged)
    }),
    { numRuns: 400 },
  )
})

it('lets in or refuses by code whatever random bytes follow a known beginning', async () => {
  const beginnings = fc.constantFrom(
    ...[
      '',
      '504b0304',
      '504b0506',
      'd0cf11e0a1b11ae1',
      '255044462d',
      '52494646',
      '0000001866747970',
      'fffe',
    ].map(bytesOf),
  )
  await fc.assert(
    fc.asyncProperty(
      beginnings,
      fc.uint8Array({ maxLength: 2000 }),
      fc.string(),
      async (head, tail, name) => {
        await expectCoded(name, Uint8Array.from([...head, ...tail]))
      },
    ),
    { numRuns: 400 },
  )
})
