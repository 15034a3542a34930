import { type PDFContext, PDFDocument, PDFName, PDFString } from 'pdf-lib'

export interface PlacedText {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** A PDF with one page for each list of placed texts; Chinese by a ToUnicode map, no font embedded. */
export async function makePdf(pages: readonly (readonly PlacedText[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))]
  const font = addFont(document.context, characters)
  const code = (character: string) => hex(characters.indexOf(character) + 1)
  for (const placed of pages) {
    const page = document.addPage([595, 842])
    page.node.setFontDictionary(PDFName.of('F1'), font)
    const drawn = placed.map(
      ({ text, x, y }) => `BT /F1 12 Tf ${x} ${y} Td <${[...text].map(code).join('')}> Tj ET`,
    )
    page.node.addContentStream(document.context.register(document.context.stream(drawn.join('\n'))))
  }
  return document.save()
}

/** A page whose font names a predefined character map, `UniGB-UCS2-H` or `GBK-EUC-H`, and carries none. */
export async function makePdfOfNamedMap(encoding: string, codes: string): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const { context } = document
  const system = { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 2 }
  const descriptor = {
    Type: 'FontDescriptor',
    FontName: 'STSong-Light',
    Flags: 4,
    FontBBox: [0, 0, 1000, 1000],
  }
  const descendant = {
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: 'STSong-Light',
    CIDSystemInfo: system,
    FontDescriptor: context.register(context.obj(descriptor)),
  }
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: 'STSong-Light',
    Encoding: encoding,
    DescendantFonts: [context.register(context.obj(descendant))],
  })
  const page = document.addPage([595, 842])
  page.node.setFontDictionary(PDFName.of('F1'), context.register(font))
  page.node.addContentStream(context.register(context.stream(`BT /F1 12 Tf 72 700 Td <${codes}> Tj ET`)))
  return document.save()
}

/** A PDF that asks for a password: its Standard security handler matches none (ISO 32000-1, 7.6.3). */
export async function makeEncryptedPdf(): Promise<Uint8Array> {
  const plain = Buffer.from(await (await blank()).save({ useObjectStreams: false })).toString('latin1')
  const key = 'ab'.repeat(32)
  const security = `/ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`
  return new Uint8Array(Buffer.from(plain.replace(/trailer\s*<</, `trailer\n<< ${security}`), 'latin1'))
}

/** Pages without any text, as a scanner gives them. */
export async function makeScan(): Promise<Uint8Array> {
  return (await blank()).save()
}

async function blank(): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  document.addPage([595, 842]).drawRectangle({ x: 50, y: 50, width: 400, height: 600 })
  return document
}

function addFont(context: PDFContext, characters: readonly string[]) {
  const map = characters.map((character, index) => `<${hex(index + 1)}> <${hex(character.codePointAt(0)!)}>`)
  const toUnicode = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
${map.length} beginbfchar\n${map.join('\n')}\nendbfchar endcmap`
  const descriptor = context.register(
    context.obj({ Type: 'FontDescriptor', FontName: 'Song', Flags: 4, FontBBox: [0, 0, 1000, 1000] }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: 'Song',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      DW: 1000,
      CIDToGIDMap: 'Identity',
      FontDescriptor: descriptor,
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'Song',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.stream(toUnicode)),
    }),
  )
}

const hex = (value: number) => value.toString(16).padStart(4, '0')
