import { strToU8, zipSync } from 'fflate'

/** A Word document whose body is the given XML, in the smallest package that Word opens. */
export function makeDocxOf(body: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  })
}

/** One paragraph. */
export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A docx whose document part unfolds to that many megabytes of nothing. */
export function makeZipBomb(megabytes: number): Uint8Array {
  return zipSync({ 'word/document.xml': new Uint8Array(megabytes * 1024 * 1024) }, { level: 9 })
}

/** The same zip with a central directory that claims that its entries are small. */
export function belittle(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  for (let at = bytes.length - 22; at > 0; at--)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  return bytes
}
