const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A title in as few lines as it needs, of about one length, no word torn (GB/T 9704-2012, 7.3.1). */
export function titleLines(title: string, most: number): string[] {
  const count = Math.ceil(title.length / most)
  if (count < 2 || title.includes('\n')) return title.split('\n')
  const ends = [...words.segment(title)].map(({ index, segment }) => index + segment.length)
  const lines: string[] = []
  let from = 0
  for (let left = count; left > 1; left--) {
    const wanted = from + (title.length - from) / left
    const may = ends.filter((end) => end > from && end - from <= most && end < title.length)
    const end = may.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? from + most
    lines.push(title.slice(from, end))
    from = end
  }
  const last = title.slice(from)
  return last.length > most ? [...lines, ...titleLines(last, most)] : [...lines, last]
}
