/** Whether a link leads away from here. */
export function isExternal(href: string): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(href);
}

/** Whether a link that leads away is written as it should be. Nobody is asked whether anything is there. */
export function isGoodExternal(href: string): boolean {
  return href.startsWith('mailto:') || (URL.canParse(href) && new URL(href).protocol === 'https:');
}
