/** A heading as it is compared: NFKC, lower case, without spaces, line breaks, numbering and closing marks. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*★☆:：、，,。.]+/gu, '')
    .replace(/^[(（]?[一二三四五六七八九十\d]{1,2}[)）](?=\p{Script=Han})/u, '')
}

/** The folded heading without what stands in brackets: a unit, `(%)`, or a hint for whoever fills it in. */
export function withoutBrackets(folded: string): string {
  // Behind the last closing bracket nothing can match; before it every opening one finds its end at once.
  const end = Math.max(...[...')]}〕】>》'].map((sign) => folded.lastIndexOf(sign))) + 1
  const head = folded.slice(0, end).replace(/[([{〔【<《][^)\]}〕】>》]*[)\]}〕】>》]/gu, '')
  const bare = head + folded.slice(end)
  return bare === '' ? folded : bare
}
