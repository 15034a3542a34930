/**
 * The character maps that a PDF may name instead of carrying (ISO 32000-1, 9.7.5.2), as far as Chinese documents use
 * them. The published tables lead from codes to glyph numbers and from those to Unicode, and are not shipped with the
 * reader; since only the text is wanted, these lead from the code to Unicode at once and call that the glyph number.
 */
export class PredefinedCmaps {
  #isUnicodeNumbered = false

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const cmap = kind === 'cMapUrl' ? this.#find(filename) : null
    if (!cmap) throw new Error(`no such data: ${filename}`)
    return new TextEncoder().encode(cmap)
  }

  #find(name: string): string | null {
    // A font with glyph numbers of its own and no map to text cannot be read: better nothing than wrong characters.
    if (/^Adobe-(?:GB1|CNS1)-UCS2$/.test(name)) return this.#isUnicodeNumbered ? unicodeToText() : null
    const cmap = /^Uni(?:GB|CNS)-(?:UCS2|UTF16)-[HV]$/.test(name)
      ? cmapOf(name, ['<0000> <ffff>'], ['1 begincidrange\n<0000> <ffff> 0\nendcidrange'])
      : /^GB(?:K|Kp|pc)?-EUC-[HV]$|^GBK2K-[HV]$/.test(name)
        ? cmapOf(name, ['<00> <80>', '<8140> <fefe>'], gbkToUnicode())
        : null
    this.#isUnicodeNumbered ||= cmap !== null
    return cmap
  }
}

function unicodeToText(): string {
  const blocks = Array.from({ length: 256 }, (_, high) => hex(high * 256).slice(0, 2))
  const ranges = blocks.map((high) => `<${high}00> <${high}ff> <${high}00>`)
  return cmapOf('UCS2', ['<0000> <ffff>'], inHundreds('bfrange', ranges))
}

/** One range for each of the codes: the order of GBK follows no order of Unicode. */
function gbkToUnicode(): string[] {
  const decoder = new TextDecoder('gb18030')
  const codes = ['<20> <7e> 32']
  const characters: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1) characters.push(`<${hex(lead * 256 + trail)}> ${character.charCodeAt(0)}`)
    }
  return [...inHundreds('cidrange', codes), ...inHundreds('cidchar', characters)]
}

function cmapOf(name: string, codespace: readonly string[], sections: readonly string[]): string {
  return [
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def`,
    `${codespace.length} begincodespacerange`,
    ...codespace,
    'endcodespacerange',
    ...sections,
    'endcmap end end',
  ].join('\n')
}

/** A section holds at most a hundred entries (Adobe Technical Note 5014). */
function inHundreds(section: string, entries: readonly string[]): string[] {
  const sections: string[] = []
  for (let at = 0; at < entries.length; at += 100) {
    const part = entries.slice(at, at + 100)
    sections.push(`${part.length} begin${section}\n${part.join('\n')}\nend${section}`)
  }
  return sections
}

const hex = (value: number) => value.toString(16).padStart(4, '0')
