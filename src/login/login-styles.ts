import { css } from 'lit';

/** The button in the page; the screens have styles of their own. */
export const loginStyles = css`
  :host {
    display: inline-block;
    box-sizing: border-box;
    min-inline-size: 12em;
    max-inline-size: 100%;
    font: 500 1rem/1.5 var(--ydrz-font-family, system-ui, sans-serif);
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 48px;
    margin: 0;
    padding: 0.5em 1.25em;
    border: 1px solid transparent;
    border-radius: var(--ydrz-login-border-radius, 8px);
    background: var(--ydrz-login-bg-color, #1469d0);
    color: var(--ydrz-login-font-color, #fff);
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
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
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid currentcolor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  [role]:not(.shown) {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .shown {
    display: block;
    margin-block-start: 0.5em;
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
