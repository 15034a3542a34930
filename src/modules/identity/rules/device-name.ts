/** Most particular first: Edge calls itself Chrome as well, and Chrome calls itself Safari. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['WeChat', /MicroMessenger\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS|Chromium)\/(\d+)/],
  ['Safari', /Version\/(\d+)[.\d]* (?:Mobile\/\w+ )?Safari\//],
]
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux|X11/],
]

/** Browser and system in two words, `Chrome 140 · Windows`: enough to know one's own device by, nothing to track it. */
export function deviceName(userAgent: string): string {
  const text = userAgent.slice(0, 512)
  const browser = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(text)?.[1]
    return version ? [`${name} ${version.slice(0, 4)}`] : []
  })[0]
  const system = SYSTEMS.find(([, pattern]) => pattern.test(text))?.[0]
  return [browser, system].filter(Boolean).join(' · ')
}
