import { html, nothing, type TemplateResult } from 'lit';
import { fillIn } from '../../locale/screen-texts.js';
import { allAgreements } from './agreements.js';
import type { PartsOwner } from './parts-owner.js';
import { picture } from './picture.js';

function checkbox({ agreed, pending, notice, values, ticked }: PartsOwner): TemplateResult {
  return html`<span class="check"
    >${picture(agreed ? values.checkedImage : values.uncheckedImage)}<input
      type="checkbox"
      part="checkbox"
      aria-labelledby="agreement"
      aria-describedby="error"
      aria-invalid=${notice === 'agreementMissing' ? 'true' : nothing}
      aria-disabled=${pending ? 'true' : nothing}
      .checked=${agreed}
      @click=${(event: Event) => {
        if (pending) event.preventDefault();
      }}
      @change=${ticked}
  /></span>`;
}

/** The agreement line: a real checkbox, and a link per agreement. */
export function agreementLine(screen: PartsOwner): TemplateResult {
  const { operator, values, notice, texts } = screen;
  const agreements = allAgreements(operator, screen.agreements, values.agreements);
  // The business that gets the number, by the name that the service's page option has for it.
  const app = values.appName || screen.business;
  const consent = app && fillIn(texts.agreeBusiness, { app });
  const links = agreements.map(({ name, url }, index) => {
    const last = index === agreements.length - 1;
    const separator = last ? texts.agreementLastSeparator : texts.agreementSeparator;
    const text = texts.agreementOpen + name + texts.agreementClose;
    // One line, because white space between Chinese words would be seen.
    // prettier-ignore
    return html`${index ? separator : nothing}<a part="agreement-link" href=${url} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>`;
  });
  const look = notice === 'agreementMissing' ? 'agreement missing' : 'agreement';
  // prettier-ignore
  return html`<div class="consent"><div class=${look} part="agreement" id="agreement"><label>${checkbox(screen)}${texts.agree}</label>${links}${consent}</div></div>`;
}
