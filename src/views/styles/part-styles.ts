import { css } from 'lit';

/** What the parts of both screens look like; where they stand is said in the screens' own sheets. */
export const partStyles = css`
  /* At level 1 messages stand under the agreement. */
  .level-1 .status {
    order: 1;
  }
  .title {
    text-align: center;
    font-weight: 500;
  }
  .phone {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
    line-height: 1.25;
    text-align: center;
  }
  .pieces {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: center;
    row-gap: 0.2em;
    margin: 0 -0.1em;
  }
  /* Not by a gap, which flex boxes know from Chrome 84 and Safari 14.1 on. */
  .pieces > * {
    margin: 0 0.1em;
  }
  .digit {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: var(--_box-width);
    min-width: 1.1em;
    max-width: 56px;
    height: var(--_box-height);
    min-height: 1.1em;
    max-height: 64px;
    /* With the border, the least size of a box. In a smaller one than its digit, the digit stands over the padding. */
    padding: 9px 7px;
    border: 1px solid var(--_line);
    border-radius: 6px;
    letter-spacing: 0;
    transition:
      border-color 0.15s,
      box-shadow 0.15s;
  }
  .digit.active {
    border-color: var(--_accent);
    box-shadow: 0 0 0 2px rgba(30, 130, 235, 0.25);
  }
  .digit.active:empty::before {
    content: '';
    width: 1.5px;
    height: 0.7em;
    background: var(--_accent);
  }
  /* A finger's room, around what is smaller. */
  .field,
  .agreement label::before,
  .close::after,
  .back::after {
    content: '';
    position: absolute;
    top: 50%;
    left: 50%;
    width: 100%;
    min-width: 44px;
    height: 100%;
    min-height: 44px;
    transform: translate(-50%, -50%);
  }
  .field {
    width: calc(100% + 16px);
    outline: 0;
    background: none;
    cursor: text;
    color: transparent;
    -webkit-text-fill-color: transparent;
    caret-color: transparent;
    /* Smaller text makes iOS zoom in. */
    font-size: 16px;
    font-size: max(16px, 1em);
    text-align: center;
  }
  .field::selection {
    background: none;
  }
  .field:-webkit-autofill {
    -webkit-background-clip: text;
  }

  .status {
    padding: 4px 0;
    text-align: center;
    color: var(--_soft);
  }
  .tip,
  .error {
    max-width: 90%;
  }
  .error {
    color: var(--_alarm);
  }
  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .spinner {
    display: inline-block;
    width: 1em;
    height: 1em;
    margin: 0 0.5em;
    border: 2px solid;
    border-right-color: transparent;
    border-radius: 50%;
    vertical-align: -0.15em;
  }

  .agreement {
    text-align: var(--ydrz-agree-text-align, center);
    font-size: clamp(10px, var(--ydrz-agree-font-size, 12px), 32px);
    color: var(--ydrz-agree-font-color, var(--_soft));
  }
  .agreement label {
    position: relative;
    cursor: pointer;
  }
  /* Under the links, which take their own clicks. */
  .agreement label::before {
    z-index: -1;
  }
  .agreement a {
    position: relative;
    display: inline-block;
    max-width: 100%;
    color: var(--ydrz-agree-href-color, var(--ydrz-agree-href-font-color, var(--_link)));
    text-underline-offset: 0.2em;
    text-decoration-thickness: 0.5px;
  }
  .check {
    position: relative;
    display: inline-block;
    width: var(--ydrz-agree-checked-button-width, var(--_check));
    min-width: 12px;
    max-width: 32px;
    height: var(--ydrz-agree-checked-button-height, var(--_check));
    min-height: 12px;
    max-height: 32px;
    margin: -0.15em 0.35em 0;
    /* Not by the base line, which the tick moves. */
    vertical-align: middle;
  }
  .check img {
    position: absolute;
    top: 0;
    left: 0;
    pointer-events: none;
  }
  .check input {
    -webkit-appearance: none;
    display: grid;
    width: 100%;
    height: 100%;
    min-height: 12px;
    border: 1px solid;
    border-radius: 25%;
    color: var(--ydrz-agree-checked-button-uncheck-color, var(--_line));
  }
  .check input:checked {
    border-color: var(--ydrz-agree-checked-button-checked-color, var(--_accent));
    background: var(--ydrz-agree-checked-button-checked-color, var(--_accent));
    color: #fff;
  }
  .check input:checked::before {
    content: '';
    width: 34%;
    height: 62%;
    margin: 4% auto auto;
    border: solid;
    border-width: 0 0.13em 0.13em 0;
    transform: rotate(45deg);
  }
  .check img[loaded] + input {
    border-color: transparent;
    background: none;
  }
  .check img[loaded] + input::before {
    content: none;
  }
  .missing .check input {
    border-color: var(--_alarm);
    box-shadow: 0 0 0 2px rgba(200, 40, 30, 0.2);
  }

  .submit {
    display: block;
    min-width: 120px;
    padding: 6px 12px;
    background: var(--ydrz-submit-btn-bg-color, #0f66c8);
    color: var(--ydrz-submit-btn-font-color, #fff);
    font-size: clamp(12px, var(--ydrz-submit-btn-font-size, 14px), 32px);
    text-align: var(--ydrz-submit-btn-text-align, center);
    width: var(--ydrz-submit-btn-width, 90%);
    /* Grows with its text, but never out of the window. */
    min-height: clamp(36px, var(--ydrz-submit-btn-height, 46px), 96px);
    max-height: 50vh;
    overflow: hidden;
    border-radius: var(--ydrz-submit-btn-border-radius, 8px);
  }
  .submit:active {
    filter: brightness(0.92);
  }
  [aria-busy] .submit,
  [aria-busy] .phone,
  [aria-busy] .agreement label {
    cursor: default;
    opacity: 0.75;
  }

  .customs {
    order: 2;
  }
  .custom + .custom {
    margin-top: 8px;
  }
  .custom {
    display: grid;
    align-items: center;
    width: var(--ydrz-custom-control-width, fit-content);
    height: var(--ydrz-custom-control-height, auto);
    min-height: 24px;
    border: var(--ydrz-custom-control-border, 0);
    border-radius: var(--ydrz-custom-control-border-radius, 0);
    background: var(--ydrz-custom-control-bg-color, none);
    color: var(--ydrz-custom-control-font-color, var(--_soft));
    font-size: var(--ydrz-custom-control-font-size, 14px);
    text-align: var(--ydrz-custom-control-text-align, center);
    text-decoration: var(--ydrz-custom-control-text-decoration, none);
  }

  .close,
  .back {
    position: absolute;
    background: none;
    color: var(--_soft);
    /* A finger's room around it gives way to what lies there. */
    z-index: 0;
  }
  /* Engines without clamp() drop the whole declaration, the option with it: Chrome below 79, Safari below 13.1. */
  @supports not (width: clamp(0px, 1px, 2px)) {
    .agreement {
      font-size: var(--ydrz-agree-font-size, 12px);
    }
    .submit {
      min-height: var(--ydrz-submit-btn-height, 46px);
      font-size: var(--ydrz-submit-btn-font-size, 14px);
    }
  }
`;
