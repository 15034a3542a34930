import { createHash } from 'node:crypto'

/** The content policy of a page that `writeHtml` made: nothing from anywhere but its own style element and pictures in it. */
export function pagePolicy(page: Uint8Array): string {
  const html = new TextDecoder().decode(page)
  const css = html.slice(html.indexOf('<style>') + '<style>'.length, html.indexOf('</style>'))
  const hash = createHash('sha256').update(css).digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; frame-ancestors 'self'`
}
