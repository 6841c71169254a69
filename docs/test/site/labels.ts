import type { Page, PageElement } from './page.ts';

/** What a person can press, fill in or open. */
const CONTROLS = ['button', 'input', 'select', 'textarea', 'summary'];

/** Controls of which a person who does not see them learns nothing. */
export function unlabelledControls(page: Page): string[] {
  return page.elements
    .filter(({ tag, attributes }) => CONTROLS.includes(tag) && attributes.type !== 'hidden')
    .filter((control) => labelOf(control, page).trim() === '')
    .map(({ tag, attributes }) => `${page.file}: a <${tag}> has no label: ${JSON.stringify(attributes)}`);
}

/** Images that say nothing to those who do not see them. An empty alt text says that they need not. */
export function untitledImages(page: Page): string[] {
  return page.elements
    .filter(({ tag, attributes }) => tag === 'img' && attributes.alt === undefined)
    .map(({ attributes }) => `${page.file}: the image ${attributes.src} has no alt text`);
}

function labelOf(control: PageElement, { elements }: Page): string {
  const { ariaLabel = '', ariaLabelledBy = '', title = '', id } = control.attributes;
  const others = elements.filter(({ tag, attributes }) => {
    const isFor = tag === 'label' && id !== undefined && attributes.htmlFor === id;
    return isFor || ariaLabelledBy.split(/[ ,]/).includes(attributes.id ?? '?');
  });
  const own = ['button', 'summary'].includes(control.tag) ? control.text : '';
  const around = control.around.filter(({ tag }) => tag === 'label');
  return [ariaLabel, title, own, ...[...others, ...around].map(({ text }) => text)].join('');
}
