import type { Chart } from '../model.ts'

/** All that a chart shows, as text: for who cannot see it, and where no face for its words is installed. */
export function chartAlt({ title, unit, categories, series }: Chart): string {
  const lines = series.map(({ name, values }) => {
    const points = categories.map(
      (category, index) => `${category.replaceAll('\n', '')} ${values[index] ?? '–'}`,
    )
    return `${name}: ${points.join(', ')}`
  })
  return `${title}${unit ? ` (${unit})` : ''}. ${lines.join('; ')}`
}
