const LAGGING: ReadonlySet<string> = new Set(['slightly-behind', 'behind', 'far-behind'])

/** Whether a band's tone says that less was reached than expected. */
export const isLagging = (tone: string | null): boolean => tone !== null && LAGGING.has(tone)
