/**
 * The content type of each part of a package (ECMA-376 part 2, 7.2.3): its own, otherwise that of its extension. A type
 * that is declared for an extension that no part has says nothing: some programs declare macros in every workbook.
 */
export function contentTypes(declared: string, parts: readonly string[]): readonly string[] {
  const byExtension = new Map<string, string>()
  const byPart = new Map<string, string>()
  for (const [, element, attributes = ''] of declared.matchAll(/<(?:\w+:)?(Default|Override)\b([^>]*)>/g)) {
    const type = attribute(attributes, 'ContentType')
    if (element === 'Default') byExtension.set(attribute(attributes, 'Extension').toLowerCase(), type)
    else byPart.set(attribute(attributes, 'PartName').replace(/^\//, '').toLowerCase(), type)
  }
  return parts.map((part) => {
    const name = part.toLowerCase()
    return byPart.get(name) ?? byExtension.get(/\.([^./]+)$/.exec(name)?.[1] ?? '') ?? ''
  })
}

function attribute(attributes: string, name: string): string {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return (match?.[1] ?? match?.[2] ?? '').replace(
    /&#(x?)([0-9a-f]{1,6});/gi,
    (_, hex: string, digits: string) => String.fromCharCode(Number.parseInt(digits, hex ? 16 : 10)),
  )
}
