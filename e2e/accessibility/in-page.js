// Runs in the page, put there through the debugger: what a person with a keyboard, or with large letters, meets.
window.access = (() => {
  const TABBABLE =
    'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable="true"]'
  const LOOK = [
    'outlineStyle',
    'outlineWidth',
    'outlineColor',
    'boxShadow',
    'borderColor',
    'backgroundColor',
    'color',
    'textDecorationLine',
  ]
  let record = []
  let looks = new Map()
  let tabbable = []

  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0
  const isHiddenByEye = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return width <= 1 || height <= 1 || getComputedStyle(element).clipPath === 'inset(50%)'
  }
  function say(element) {
    const words = (
      element.getAttribute('aria-label') ||
      element.innerText ||
      element.title ||
      element.name ||
      ''
    ).trim()
    const name = element.className?.baseVal ?? element.className
    const kind = [element.localName, ...String(name).split(' ').filter(Boolean).slice(0, 2)].join('.')
    return `${kind}${element.id ? `#${element.id}` : ''} "${words.replaceAll(/\s+/g, ' ').slice(0, 40)}"`
  }

  /** What Tab must reach below an element: one of each group of radio buttons. */
  function tabbableIn(root) {
    const groups = new Set()
    return [...root.querySelectorAll(TABBABLE)].filter((element) => {
      if (element.tabIndex < 0 || element.disabled || element.closest('[inert]') || !isSeen(element))
        return false
      if (element.type === 'hidden' || element.closest('fieldset[disabled]')) return false
      if (element.type !== 'radio') return true
      const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)]
      const checked = group.find((each) => each.checked)
      if (checked) return element === checked
      if (groups.has(element.name)) return false
      groups.add(element.name)
      return true
    })
  }

  /** The element, what stands around it and next to it: a wrapper often shows the focus of its field. */
  function near(element) {
    const chain = [element, element.nextElementSibling, element.previousElementSibling]
    for (let parent = element.parentElement; parent && chain.length < 9; parent = parent.parentElement)
      chain.push(parent, parent.previousElementSibling)
    return chain.filter((each) => each && each !== document.body)
  }
  /** A border that still fades looks like before: what moves from one look to another is put at its end. */
  function lookOf(element) {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish()
    return near(element)
      .map((each) => {
        const style = getComputedStyle(each)
        return LOOK.map((name) => style[name]).join('|')
      })
      .join('\n')
  }

  function isCovered(element) {
    const shown =
      isHiddenByEye(element) || getComputedStyle(element).opacity === '0' ? element.parentElement : element
    const { left, top, right, bottom } = shown.getBoundingClientRect()
    const [x1, x2] = [Math.max(left, 0), Math.min(right, innerWidth)]
    const [y1, y2] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
    if (x2 <= x1 || y2 <= y1) return 'outside the window'
    for (const x of [0.5, 0.1, 0.9])
      for (const y of [0.5, 0.15, 0.85]) {
        const hit = document.elementFromPoint(x1 + (x2 - x1) * x, y1 + (y2 - y1) * y)
        if (hit && (shown.contains(hit) || hit.contains(shown))) return undefined
      }
    const hit = document.elementFromPoint((x1 + x2) / 2, (y1 + y2) / 2)
    return `under ${hit ? say(hit) : 'nothing'}`
  }

  function onFocus(event) {
    const element = event.target
    if (record.some((each) => each.element === element)) return
    record.push({ element, isVisible: true })
  }

  /** Tab is let go: by now the browser has scrolled to where the focus is, and the field is drawn anew. */
  function onKeyUp() {
    const entry = record.find(({ element }) => element === document.activeElement)
    if (!entry || entry.covered !== undefined) return
    entry.covered = isCovered(entry.element) ?? ''
    entry.isVisible = looks.get(entry.element) !== lookOf(entry.element)
  }

  function scrollerOf(element) {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth) return box
  }
  const hasOwnText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())

  return {
    /** Before a walk: what is there to be reached. Answers how many. What had the focus shows it a moment longer. */
    async begin(selector) {
      const root =
        (selector && [...document.querySelectorAll(selector)].filter(isSeen).at(-1)) || document.body
      if (document.activeElement !== document.body) {
        document.activeElement?.blur?.()
        await new Promise((done) => setTimeout(done, 60))
      }
      record = []
      tabbable = tabbableIn(root)
      looks = new Map(tabbable.map((element) => [element, lookOf(element)]))
      document.addEventListener('focusin', onFocus, true)
      document.addEventListener('keyup', onKeyUp, true)
      return tabbable.length
    },
    missing: () =>
      tabbable.filter(
        (element) =>
          element.isConnected && isSeen(element) && !record.some((each) => each.element === element),
      ).length,
    /** After a walk: what was not reached, not seen, covered, out of order, or only for a mouse. */
    end() {
      document.removeEventListener('focusin', onFocus, true)
      document.removeEventListener('keyup', onKeyUp, true)
      const reached = new Set(record.map(({ element }) => element))
      const faults = []
      for (const element of tabbable) {
        if (element.isConnected && isSeen(element) && !reached.has(element))
          faults.push(`Tab does not reach ${say(element)}`)
        if (element.tabIndex > 0) faults.push(`${say(element)} has a place of its own in the order of Tab`)
      }
      for (const { element, isVisible, covered } of record) {
        if (!element.isConnected) continue
        if (!isVisible) faults.push(`nothing shows that the focus is on ${say(element)}`)
        if (covered && isSeen(element)) faults.push(`${say(element)} has the focus ${covered}`)
      }
      for (const element of document.querySelectorAll('main *')) {
        if (getComputedStyle(element).cursor !== 'pointer' || !isSeen(element)) continue
        if (element.parentElement && getComputedStyle(element.parentElement).cursor === 'pointer') continue
        const isForKeys =
          element.matches(TABBABLE) ||
          element.closest(`${TABBABLE}, label, [role=option]`) ||
          element.querySelector(TABBABLE)
        if (!isForKeys && !element.closest('svg, [aria-hidden=true], [role=row] td'))
          faults.push(`only a mouse can press ${say(element)}`)
      }
      return faults
    },
    /** Whether a screen reader can say what has opened. */
    named: (box) =>
      Boolean(box.getAttribute('aria-label')?.trim()) ||
      (box.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .some((id) => document.getElementById(id)?.innerText.trim()),
    /** Where the focus is, in words, and whether inside what the selector finds. */
    focusIn: (selector) => Boolean(document.activeElement?.closest(selector)),
    where: () => say(document.activeElement),
    /** What does not fit: too wide for the window, cut off without a way to read it, or a bar over half of the height. */
    misfits() {
      const faults = []
      if (document.documentElement.scrollWidth > innerWidth + 1) {
        const wide = [...document.querySelectorAll('body *')].filter(
          (each) => isSeen(each) && each.getBoundingClientRect().right > innerWidth + 1 && !scrollerOf(each),
        )
        const inner = wide.filter((each) => !wide.some((other) => other !== each && each.contains(other)))
        faults.push(
          `the page is ${document.documentElement.scrollWidth - innerWidth} px too wide: ${inner.slice(0, 3).map(say).join(', ')}`,
        )
      }
      for (const element of document.querySelectorAll('body *')) {
        if (!isSeen(element) || element.closest('svg, [aria-hidden=true], .ant-select-selector, iframe'))
          continue
        const style = getComputedStyle(element)
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
        if (isHiddenByEye(element) || element.matches('textarea, input')) continue
        const [dx, dy] = [
          element.scrollWidth - element.clientWidth,
          element.scrollHeight - element.clientHeight,
        ]
        const cutsX = dx > 2 && /hidden|clip/.test(style.overflowX)
        const cutsY = dy > 3 && /hidden|clip/.test(style.overflowY)
        if (cutsX || cutsY) {
          const told =
            element.closest('[title]:not([title=""]), [aria-label]') ||
            element.querySelector('[title]:not([title=""])') ||
            // Tabs that do not fit stand in the menu that follows them.
            (element.matches('.ant-tabs-nav-wrap') &&
              element.parentElement.querySelector('.ant-tabs-nav-more:not([style*="hidden"])'))
          const text =
            hasOwnText(element) || style.textOverflow === 'ellipsis' || element.querySelector('*') !== null
          if (text && element.innerText?.trim() && !told && hidesText(element))
            faults.push(`${say(element)} is cut off by ${Math.max(cutsX ? dx : 0, cutsY ? dy : 0)} px`)
        }
        const scrolls = (axis) => /auto|scroll/.test(style[`overflow${axis}`])
        if (
          dx > 2 &&
          dy > 2 &&
          scrolls('X') &&
          scrolls('Y') &&
          !element.querySelector('table, svg, pre, img, [role=grid]')
        )
          faults.push(`${say(element)} scrolls both ways`)
      }
      for (const element of tabbableIn(document.body)) {
        if (
          isHiddenByEye(element) ||
          scrollerOf(element) ||
          element.closest('.shell-skip, [aria-hidden=true]')
        )
          continue
        const { left, right } = element.getBoundingClientRect()
        if (right > innerWidth + 1 || left < -1) faults.push(`${say(element)} stands outside the window`)
      }
      for (const element of document.querySelectorAll('body *')) {
        const { position, zIndex } = getComputedStyle(element)
        if (position !== 'fixed' && position !== 'sticky') continue
        if (
          !isSeen(element) ||
          element.closest('[role=dialog], .ant-modal-root, .ant-drawer, .ant-modal-wrap')
        )
          continue
        const { top, bottom, width } = element.getBoundingClientRect()
        const height = Math.min(bottom, innerHeight) - Math.max(top, 0)
        if (width > innerWidth * 0.6 && height > innerHeight / 2 && zIndex !== '-1')
          faults.push(
            `${say(element)} stays over ${Math.round((height / innerHeight) * 100)} % of the height`,
          )
      }
      return [...new Set(faults)]
    },
  }

  /** Whether text of it, and not only empty room, lies outside of what it shows. */
  function hidesText(box) {
    const { left, top, right, bottom } = box.getBoundingClientRect()
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue
      if (node.parentElement.closest('.visually-hidden, [aria-hidden=true]')) continue
      let inner = node.parentElement
      while (inner !== box && getComputedStyle(inner).overflowX === 'visible') inner = inner.parentElement
      if (inner !== box) continue
      range.selectNodeContents(node)
      for (const rect of range.getClientRects())
        if (rect.right > right + 2 || rect.left < left - 2 || rect.bottom > bottom + 4 || rect.top < top - 4)
          return true
    }
    return false
  }
})()
