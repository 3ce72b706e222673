import { CSSResult, LitElement, supportsAdoptingStyleSheets } from 'lit';

/** The window that an element is in, null in a document without one; a frame of the page's may go by the property's name. */
export const windowOf = ({ ownerDocument }: Element): Document['defaultView'] =>
  Reflect.get(Document.prototype, 'defaultView', ownerDocument);

/**
 * An element that keeps its looks in another document, such as that of a frame or a popup window: the style sheets of one document
 * count in no other, and are dropped on the way there.
 */
export abstract class MovableElement extends LitElement {
  readonly #class: typeof MovableElement;

  constructor() {
    super();
    this.#class = new.target;
  }

  /** @internal */
  adoptedCallback(): void {
    if (supportsAdoptingStyleSheets && this.shadowRoot) this.#dress(this.shadowRoot);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.ownerDocument === document || !supportsAdoptingStyleSheets) return super.createRenderRoot();
    const root = this.shadowRoot ?? this.attachShadow(this.#class.shadowRootOptions);
    this.#dress(root);
    return root;
  }

  readonly #dress = (root: ShadowRoot): void => {
    const view = windowOf(this);
    // A document without a window shows nothing.
    if (!view) return;
    root.adoptedStyleSheets = this.#class.elementStyles.map((style) => {
      const sheet = new view.CSSStyleSheet();
      if (style instanceof CSSResult) sheet.replaceSync(style.cssText);
      return sheet;
    });
  };
}
