import { css } from 'lit';

/**
 * What both screens look like. Colours keep the official ones where they have a contrast of 4.5:1, and are the nearest shade that has
 * it where they do not: #6b6b6b for #999, #0f66c8 for links and the button; the official blue #1E82EB stays for what is not text.
 * Parts are in normal flow, in rows whose least heights give the default places; those that an option places (`high`) are
 * absolute, and `home` takes a part back.
 */
export const viewStyles = css`
  :host {
    display: none;
    color-scheme: light;
    --_paper: #fff;
    --_ground: #eef1f5;
    --_accent: #1e82eb;
    font-family:
      -apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans CJK SC',
      'Microsoft YaHei', system-ui, sans-serif;
  }
  :host([open]) {
    display: block;
  }
  /* Of what a page's texts inherit, screens take the font, the direction, the language and the colour scheme. */
  dialog,
  section {
    all: initial;
    display: block;
    box-sizing: border-box;
    color-scheme: inherit;
    font-family: inherit;
    -webkit-locale: inherit;
    -webkit-tap-highlight-color: transparent;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    -webkit-user-select: text;
    user-select: text;
  }
  :host,
  [shade='light'] {
    --_ink: #333;
    --_mild: #444;
    --_soft: #6b6b6b;
    --_link: #0f66c8;
    --_line: #9a9a9a;
    --_alarm: #c8281e;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      color-scheme: dark;
      --_paper: #1f2329;
      --_ground: #101216;
      --_ink: #f2f3f5;
      --_mild: #f2f3f5;
      --_soft: #a9afb8;
      --_link: #6cb2ff;
      --_line: #7d848f;
      --_alarm: #ff8f85;
    }
  }
  [shade='dark'] {
    --_ink: #f2f3f5;
    --_mild: #f2f3f5;
    --_soft: #a9afb8;
    --_link: #6cb2ff;
    --_line: #7d848f;
    --_alarm: #ff8f85;
  }
  * {
    box-sizing: border-box;
  }
  dialog,
  .mask {
    position: fixed;
    top: 0;
    left: 0;
    width: 100%;
    height: 100vh;
  }
  dialog {
    z-index: 2147483647;
    height: 100%;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
    border: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: none;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: none;
  }
  .screen {
    position: relative;
    display: flex;
    flex-direction: column;
    font-size: 12px;
    line-height: 1.5;
    color: var(--_ink);
    /* As overflow-wrap: anywhere, which Safari has from 15.4 on. */
    word-break: break-word;
    visibility: visible !important;
    pointer-events: auto !important;
  }
  h2,
  p {
    margin: 0;
    font-weight: 400;
  }
  /* A text's own direction, in a page of another one too. */
  h2,
  p,
  button,
  .agreement {
    unicode-bidi: plaintext;
  }
  button,
  input {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }
  img,
  svg,
  .drawn {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  /* An image takes the place of what is drawn when it is there. */
  img:not([loaded]):not(.logo),
  img[loaded] + .drawn {
    display: none;
  }
  /* Every part may be placed. */
  .title,
  .logo,
  .phone,
  .auth-text,
  .tip,
  .error,
  .submit,
  .agreement,
  .custom {
    width: fit-content;
    max-width: 100%;
    margin-left: var(--_left, auto);
    margin-right: auto;
  }
  /* What must be seen and pressed lies over what the application adds. */
  .phone,
  .submit,
  .agreement {
    position: relative;
    z-index: 1;
  }
  [high] {
    position: absolute;
    top: var(--_high);
    bottom: var(--_bottom);
    left: 0;
    right: 0;
  }
  [middle] {
    top: 50%;
    transform: translateY(-50%);
  }

  /* A text that could not be told from its background: legibility.ts has found it. */
  [plain] {
    color: var(--_ink) !important;
    background: none !important;
    -webkit-text-fill-color: currentcolor !important;
  }
  /* No look of the agreements needs these, and any of them could hide the agreements. */
  .consent,
  .agreement,
  .agreement a {
    opacity: 1 !important;
    visibility: visible !important;
    overflow: visible !important;
    filter: none !important;
    clip-path: none !important;
    -webkit-mask: none !important;
    -webkit-text-security: none !important;
    -webkit-text-fill-color: currentcolor !important;
    max-height: none !important;
    text-indent: 0 !important;
    white-space: normal !important;
  }
  input:checked[plain] {
    background: var(--_accent) !important;
  }
  .submit[plain] {
    color: #fff !important;
    background: #0f66c8 !important;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  dialog:focus-visible {
    outline: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 0.8s linear infinite;
    }
    .digit.active:empty::before {
      animation: blink 1.1s steps(1) infinite;
    }
    .missing {
      animation: nudge 0.3s;
    }
    dialog .mask {
      animation: appear 0.2s;
    }
    dialog .screen {
      animation: settle 0.25s cubic-bezier(0.2, 0.8, 0.2, 1);
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes blink {
    50% {
      opacity: 0;
    }
  }
  @keyframes nudge {
    25% {
      left: -4px;
    }
    75% {
      left: 4px;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  /* From above: from below it would stick out of the window for a moment, and a scroll bar would come and go. */
  @keyframes settle {
    from {
      opacity: 0;
      transform: translateY(-12px);
    }
  }
  @media (forced-colors: active) {
    .screen,
    .submit {
      border: 1px solid !important;
    }
    .drawn,
    .field,
    .digit.active:empty::before {
      forced-color-adjust: none;
    }
    .drawn {
      color: ButtonText;
    }
    .digit.active:empty::before {
      background: Highlight;
    }
    .digit.active {
      outline: 2px solid Highlight;
    }
    .check input {
      -webkit-appearance: auto;
    }
    .check input:checked::before {
      content: none;
    }
  }
`;
