const MB = 1024 * 1024

/** `12.3 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`
