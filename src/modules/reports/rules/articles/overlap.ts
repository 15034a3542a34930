/** Two-character pieces of folded text without white space. */
export function bigramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) {
    const gram = text.slice(i, i + 2)
    if (/^[\u4e00-\u9fff0-9A-Za-z]{2}$/.test(gram)) grams.add(gram)
  }
  return grams
}

/**
 * How much of a headline each text speaks of, 0–1: shared two-character pieces, those that few of the
 * texts share counting more.
 */
export function overlaps(headline: string, texts: readonly ReadonlySet<string>[]): number[] {
  const grams = [...bigramsOf(headline)]
  const weights = grams.map((gram) =>
    Math.log(1 + texts.length / (1 + texts.filter((text) => text.has(gram)).length)),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  return texts.map(
    (text) => grams.reduce((sum, gram, i) => sum + (text.has(gram) ? weights[i]! : 0), 0) / total,
  )
}
