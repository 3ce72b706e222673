import { css } from 'lit';

/** The button in the page; the screens have styles of their own. */
export const loginStyles = css`
  :host {
    display: inline-block;
    box-sizing: border-box;
    min-width: 12em;
    max-width: 100%;
    font: 500 calc(16 * var(--_px, 1px)) / 1.5 var(--ydrz-font-family, system-ui, sans-serif);
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  /* Nothing that the page's text has set, but whether the button is there and can be pressed. */
  button,
  [role] {
    all: initial;
    font: inherit;
    -webkit-locale: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-tap-highlight-color: transparent;
    -webkit-text-size-adjust: 100%;
  }
  button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    box-sizing: border-box;
    width: 100%;
    min-height: calc(48 * var(--_px, 1px));
    padding: 0.5em 1.25em;
    border: 1px solid transparent;
    border-radius: var(--ydrz-login-border-radius, 8px);
    background: var(--ydrz-login-bg-color, #1469d0);
    color: var(--ydrz-login-font-color, #fff);
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
  }
  /* Below Chrome 84 and Safari 14.1 flex boxes know no gap; inset came right after it. */
  @supports not (inset: 0) {
    [part='spinner'],
    ::slotted(*) {
      margin: 0 0.25em;
    }
  }
  button:focus-visible {
    outline: 3px solid var(--ydrz-login-bg-color, #1469d0);
    outline-offset: 2px;
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  [aria-disabled='true'] {
    cursor: progress;
  }
  @media (hover: hover) {
    button:enabled:hover {
      filter: brightness(1.08);
    }
  }
  [part='spinner'] {
    flex: none;
    width: 1em;
    height: 1em;
    border: 2px solid currentcolor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  [role]:not(.shown) {
    position: absolute;
    width: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .shown {
    display: block;
    margin-top: 0.5em;
    color: var(--ydrz-login-error-font-color, #c6261d);
    font-size: 0.875em;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-color-scheme: dark) {
    .shown {
      color: var(--ydrz-login-error-font-color, #ff8a80);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='spinner'] {
      animation-duration: 3s;
    }
  }
`;
