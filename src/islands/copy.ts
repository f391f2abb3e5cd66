/** Text to be taken along: with this script, it has a button that copies it. */

class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = 'Copy';
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    const text = this.textContent.trim();
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text).then(
        () => {
          said.textContent = 'Copied.';
        },
        () => {
          said.textContent = 'The browser does not allow it; select the text instead.';
        },
      );
    });
    this.append(button, said);
  }
}

customElements.define('copy-text', CopyText);
