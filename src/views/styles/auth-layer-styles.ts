import { css } from 'lit';

/** The official popup's places and sizes; the rows keep a part's place free when an option moves it away. */
export const layerStyles = css`
  :host {
    --_box-width: 28px;
    --_box-height: 28px;
    --_check: 14px;
  }
  :host([open][masked]) {
    display: contents;
  }
  .mask {
    background: var(--ydrz-mask-bg-color, #000);
    opacity: var(--ydrz-mask-opacity, 0.6);
  }
  .layer {
    width: var(--ydrz-layer-width, min(80%, 400px));
    min-width: 240px;
    min-width: min(100%, 240px);
    max-width: 100%;
    /* Not height with min-height: min-content, which Firefox takes for nothing: larger text has to make it grow. */
    min-height: var(--ydrz-layer-height, 240px);
    margin: auto;
    border-radius: var(--ydrz-layer-border-radius, 8px);
    background: var(--ydrz-layer-bg-color, var(--_paper));
  }
  .head {
    min-height: 86px;
  }
  .level-1 .head {
    min-height: 81px;
  }
  .number {
    min-height: 28px;
  }
  .level-1 .number {
    min-height: 39px;
  }
  .status {
    min-height: 32px;
  }
  .go {
    min-height: 48px;
  }
  /* Not in the page, where 100% of a height that is not set would make the layer's own height count for nothing. */
  dialog .layer {
    min-height: min(var(--ydrz-layer-height, 240px), 100%);
    max-height: 100%;
    box-shadow: 0 12px 40px rgba(0, 0, 0, 0.2);
  }
  .title {
    padding: 40px 44px 8px;
    color: var(--_mild);
    font-size: 18px;
    line-height: 1.4;
  }
  .phone {
    font-size: clamp(14px, var(--ydrz-phone-font-size, 22px), 64px);
    color: var(--ydrz-phone-font-color, var(--_ink));
  }
  .agreement {
    width: var(--ydrz-agree-width, 90%);
    min-width: 60%;
  }
  /* The official place, right under the button, leaves no room for the box's focus ring. */
  .level-1 .agreement:not([high]) {
    padding-top: 4px;
  }
  .customs {
    padding: 10px 0 14px;
  }
  .close {
    top: var(--ydrz-close-btn-top, 12px);
    right: var(--ydrz-close-btn-right, 12px);
    width: var(--ydrz-close-btn-width, 16px);
    min-width: 12px;
    max-width: 64px;
    height: var(--ydrz-close-btn-height, 16px);
    min-height: 12px;
    max-height: 64px;
  }
  .close[home] {
    top: 12px;
    right: 12px;
    width: 16px;
    height: 16px;
  }
  .close .drawn {
    background:
      linear-gradient(45deg, transparent 46%, currentColor 46%, currentColor 54%, transparent 54%),
      linear-gradient(-45deg, transparent 46%, currentColor 46%, currentColor 54%, transparent 54%);
  }
  /* Engines without clamp() drop the whole declaration, the option with it: Chrome below 79, Safari below 13.1. */
  @supports not (width: clamp(0px, 1px, 2px)) {
    .layer {
      width: var(--ydrz-layer-width, 80%);
    }
    dialog .layer {
      min-height: var(--ydrz-layer-height, 240px);
    }
    .phone {
      font-size: var(--ydrz-phone-font-size, 22px);
    }
  }
`;
