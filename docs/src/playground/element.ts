/** The playground of a step: a button, until it is pressed; what it opens is loaded then. */
class PlaygroundElement extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', ({ currentTarget }) => {
      if (currentTarget instanceof HTMLButtonElement) void this.#open(currentTarget);
    });
  }

  async #open(button: HTMLButtonElement): Promise<void> {
    const { step = '', clock } = this.dataset;
    const host = this.querySelector<HTMLElement>('.pg-body');
    if (!host || !step) return;
    button.disabled = true;
    button.textContent = 'Starting …';
    try {
      const { open } = await import('./open.ts');
      await open(host, step, clock !== undefined);
    } catch (error) {
      button.disabled = false;
      button.textContent = `It did not start: ${error instanceof Error ? error.message : error}. Try again`;
    }
  }
}

customElements.define('toy-playground', PlaygroundElement);
