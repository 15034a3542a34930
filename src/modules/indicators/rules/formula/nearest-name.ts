/** The name that differs least from what was written, if it is near enough to have been meant. */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const folded = written.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(folded.length / 3)) + 1
  for (const name of names) {
    if (Math.abs(name.length - folded.length) >= least) continue
    const distance = editDistance(folded, name.toLowerCase())
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
