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
  const bare = folded.replace(/[([{〔【<《][^)\]}〕】>》]*[)\]}〕】>》]/gu, '')
  return bare === '' ? folded : bare
}
