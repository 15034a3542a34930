import table from './lookalikes.json' with { type: 'json' }

const prototypes = new Map(
  [table.latin, table.alike].flatMap((group) =>
    Object.entries(group).flatMap(([latin, signs]) => [...signs].map((sign) => [sign, latin] as const)),
  ),
)

/**
 * What a name looks like: two names with one skeleton cannot be told apart on a screen (UTS 39, 4, by the smaller table
 * beside this file). Width, case, accents that stand apart, blanks and what is not seen make no difference.
 */
export function skeleton(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}|[\s\u2800]/gu, '')
  // Twice: what passes for an i passes for what an i passes for.
  return [...plain].map(prototypeOf).map(prototypeOf).join('').normalize('NFD')
}

const prototypeOf = (sign: string): string => prototypes.get(sign) ?? sign
