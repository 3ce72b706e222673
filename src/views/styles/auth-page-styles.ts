import { css } from 'lit';

/** The look of the guide's sample (1rem is 12 px there), with its rows kept free when an option moves a part away. */
export const pageStyles = css`
  :host {
    --_box-width: var(--ydrz-phone-num-input-width, 22px);
    --_box-height: var(--ydrz-phone-num-input-height, 26px);
    --_check: 16px;
  }
  :host([open]) {
    display: contents;
  }
  dialog,
  .page {
    background: var(--ydrz-page-bg-color, var(--_paper));
  }
  .page {
    width: 100%;
    min-height: 100%;
    height: max-content;
    z-index: 1;
    padding-bottom: 24px;
  }
  .head {
    min-height: 95px;
    padding-top: 12px;
  }
  .picture {
    min-height: 140px;
  }
  .number {
    min-height: 38px;
  }
  .who {
    min-height: 51px;
  }
  .level-1 .who {
    min-height: 36px;
  }
  .status {
    min-height: 43px;
    padding: 0;
  }
  .go {
    min-height: 58px;
  }
  .consent {
    min-height: 83px;
  }
  .level-1 .consent {
    min-height: 30px;
  }
  .title {
    width: var(--ydrz-title-width, 70%);
    height: var(--ydrz-title-height, auto);
    min-height: 22px;
    color: var(--ydrz-title-font-color, var(--_mild));
    font-family: var(--ydrz-title-font-family, inherit);
    font-size: var(--ydrz-title-font-size, 16px);
    line-height: 22px;
    text-align: var(--ydrz-title-text-align, center);
  }
  .logo {
    width: var(--ydrz-logo-width, 84px);
    height: var(--ydrz-logo-height, 88px);
    max-height: 40vh;
  }
  .phone {
    width: var(--ydrz-phone-num-width, 185px);
    min-width: fit-content;
    background: var(--ydrz-phone-num-bg-color, none);
    color: var(--ydrz-phone-num-font-color, var(--_mild));
    font-family: var(--ydrz-phone-num-font-family, inherit);
    font-size: clamp(14px, var(--ydrz-phone-num-font-size, 25px), 64px);
    font-weight: var(--ydrz-phone-num-font-weight, 600);
  }
  .auth-text {
    width: var(--ydrz-auth-text-width, 100%);
    padding: 0 16px;
    color: var(--ydrz-auth-text-font-color, var(--_mild));
    font-family: var(--ydrz-auth-text-font-family, inherit);
    font-size: var(--ydrz-auth-text-font-size, 13px);
    font-weight: var(--ydrz-auth-text-font-weight, 500);
    text-align: var(--ydrz-auth-text-text-align, center);
  }
  .app-name {
    color: var(--ydrz-auth-text-app-name-color, inherit);
  }
  .tip {
    color: var(--ydrz-tip-font-color, var(--_soft));
    font-family: var(--ydrz-tip-font-family, inherit);
    font-size: var(--ydrz-tip-font-size, 11px);
  }
  .submit {
    max-width: 100%;
    max-width: min(100%, 400px);
    font-family: var(--ydrz-submit-btn-font-family, inherit);
  }
  .agreement {
    max-width: 90%;
    max-width: min(90%, 400px);
    font-family: var(--ydrz-agree-font-family, inherit);
  }
  .agreement a {
    font-family: var(--ydrz-agree-href-font-family, inherit);
    font-size: clamp(10px, var(--ydrz-agree-href-font-size, 1em), 32px);
  }
  .custom {
    font-family: var(--ydrz-custom-control-font-family, inherit);
  }
  .mask {
    display: none;
    background: var(--_ground);
  }
  /* Under half a screen, as beside a keyboard, what is only for the looks is left out. */
  [low] .head {
    min-height: 48px;
  }
  [low] .picture {
    display: none;
  }
  [low] .who,
  [low] .status,
  [low] .consent {
    min-height: 26px;
  }
  /* On a large screen a sheet in the middle. */
  [wide] .mask {
    display: block;
  }
  [wide] .page {
    width: 430px;
    min-height: 640px;
    margin: auto;
    border-radius: 16px;
    box-shadow: 0 12px 40px rgba(0, 0, 0, 0.12);
  }
  .back {
    top: var(--ydrz-return-btn-high, 12px);
    left: var(--ydrz-return-btn-left, 12px);
    width: var(--ydrz-return-btn-width, 8px);
    min-width: 6px;
    max-width: 64px;
    height: var(--ydrz-return-btn-height, 14px);
    min-height: 8px;
    max-height: 64px;
  }
  .back[home] {
    top: 12px;
    left: 12px;
    width: 8px;
    height: 14px;
  }
  .back .drawn {
    background:
      linear-gradient(to bottom right, transparent 43%, currentColor 43%, currentColor 57%, transparent 57%)
        top / 100% 50% no-repeat,
      linear-gradient(to top right, transparent 43%, currentColor 43%, currentColor 57%, transparent 57%)
        bottom / 100% 50% no-repeat;
  }
  /* Engines without clamp() drop the whole declaration, the option with it: Chrome below 79, Safari below 13.1. */
  @supports not (width: clamp(0px, 1px, 2px)) {
    .phone {
      font-size: var(--ydrz-phone-num-font-size, 25px);
    }
    .agreement a {
      font-size: var(--ydrz-agree-href-font-size, 1em);
    }
  }
`;
