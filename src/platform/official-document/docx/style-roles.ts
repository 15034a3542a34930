import data from '../styles.json' with { type: 'json' }
import { parseXml } from '../xml/parse-xml.ts'
import { childrenOf, settingOf } from '../xml/walk-xml.ts'

const byName = new Map(data.styles.map(({ id, name }) => [name.toLowerCase(), id]))

/**
 * Which of our styles a paragraph's style is. A Chinese Word gives the styles that it knows other ids when it saves (`1` for
 * heading 1, `a3` for Title): the name tells.
 */
export function styleRoles(styles: Uint8Array | undefined): (id: string | undefined) => string | undefined {
  if (!styles) return (id) => id
  const roles = new Map(
    childrenOf(parseXml(new TextDecoder().decode(styles)), 'w:style').map((style) => [
      style.attributes['w:styleId'],
      byName.get(settingOf(style, 'w:name')?.toLowerCase() ?? ''),
    ]),
  )
  return (id) => roles.get(id) ?? id
}
