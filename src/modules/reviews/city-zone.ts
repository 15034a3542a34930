/** Days of a meeting are the city's; the platform's clock keeps the same zone (src/kernel/clock.ts). */
export const CITY_ZONE = 'Asia/Shanghai'
