/**
 * The content policy takes no style from markup: no attribute, and an element only with the nonce of the page. What our own
 * scripts style goes through: antd and its parts write elements with `document.createElement`, some of them without asking for
 * a nonce, so each gets it; and attributes that antd's text areas and the charts set become properties, which the policy lets be.
 */
export function letScriptsStyle(): void {
  const nonce = styleNonce()
  if (!nonce) return
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (this: Element, name, value) {
    if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement))
      this.style.cssText = value
    else setAttribute.call(this, name, value)
  }
}

/** A page that the server made, with which its own styles count below this one's policy. */
export function withStyleNonce(html: string): string {
  return html.replace('<style>', `<style nonce="${styleNonce()}">`)
}

const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
