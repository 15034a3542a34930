interface Named {
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

/** Whether all the words stand in code or name. */
export function isStandingNamed({ code, name, nameEn }: Named, words: string | undefined): boolean {
  const text = `${code}\n${name}\n${nameEn}`.toLowerCase()
  return (words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
