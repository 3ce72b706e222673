import type { AuthView } from '../services/auth-view.js';

/** The screen when all has come in: while it still fades, nothing has the contrast that it will have. */
export function arrived(view: AuthView): AuthView {
  for (const animation of view.shadowRoot?.getAnimations() ?? []) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
  return view;
}
