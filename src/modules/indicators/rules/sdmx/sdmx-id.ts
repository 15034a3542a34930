/**
 * A code of ours as an SDMX id (`[A-Za-z0-9_@$-]+`): any other character becomes `$` and the four hexadecimal digits of
 * its UTF-16 unit, so that `GDP.share` is `GDP$002eshare` and comes back whole.
 */
export const idOfCode = (code: string) =>
  code.replace(/[^A-Za-z0-9_-]/g, (sign) => `$${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const codeOfId = (id: string) =>
  id.replace(/\$([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
