// The floor of every Lit element: a button that is told its label.
import { LitElement, html, css } from 'lit';

export class BareButton extends LitElement {
  static styles = css`
    button {
      padding: 1em;
    }
  `;
  static properties = { label: {} };
  render() {
    return html`<button @click=${() => this.login()}>${this.label}</button>`;
  }
  login() {}
}

customElements.define('bare-button', BareButton);
