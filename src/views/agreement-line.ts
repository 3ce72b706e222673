import { html, nothing, type TemplateResult } from 'lit';
import { fillIn } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import type { NamedLink } from '../options/types.js';
import { picture } from './picture.js';

/** What the agreement line shows. */
export interface AgreementLine {
  agreements: readonly NamedLink[];
  /** Whom the user allows to have the number, as the service's page option names it. */
  business: string | undefined;
  agreed: boolean;
  locked: boolean;
  /** Marked, because digits or a submission came before the tick. */
  missing: boolean;
  /** Images in place of the drawn box. */
  checkedImage: string | undefined;
  uncheckedImage: string | undefined;
  texts: ScreenTexts;
  onChange: (event: Event) => void;
}

function checkbox({
  agreed,
  locked,
  missing,
  checkedImage,
  uncheckedImage,
  onChange,
}: AgreementLine): TemplateResult {
  return html`<span class="check"
    >${picture(agreed ? checkedImage : uncheckedImage)}<input
      type="checkbox"
      part="checkbox"
      aria-labelledby="agreement"
      aria-describedby="error"
      aria-invalid=${missing ? 'true' : nothing}
      aria-disabled=${locked ? 'true' : nothing}
      .checked=${agreed}
      @click=${(event: Event) => {
        if (locked) event.preventDefault();
      }}
      @change=${onChange}
  /></span>`;
}

/** The agreement line: a real checkbox, and a link per agreement. */
export function agreementLine(line: AgreementLine): TemplateResult {
  const { agreements, business, missing, texts } = line;
  const consent = business && fillIn(texts.agreeBusiness, { app: business });
  const links = agreements.map(({ name, url }, index) => {
    const last = index === agreements.length - 1;
    const separator = last ? texts.agreementLastSeparator : texts.agreementSeparator;
    const text = texts.agreementOpen + name + texts.agreementClose;
    // One line, because white space between Chinese words would be seen.
    // prettier-ignore
    return html`${index ? separator : nothing}<a part="agreement-link" href=${url} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>`;
  });
  // prettier-ignore
  return html`<div class="consent"><div class=${missing ? 'agreement missing' : 'agreement'} part="agreement" id="agreement"><label>${checkbox(line)}${texts.agree}</label>${links}${consent}</div></div>`;
}
